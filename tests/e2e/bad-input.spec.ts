import { expect } from '@playwright/test';
import { Random } from '#db/seed/random';
import { aim, fire } from '../support/bad-input/attack';
import type { FoundForm } from '../support/bad-input/crawl';
import { builtRoutes, type RouteShape } from '../support/bad-input/routes';
import { overfill, takesText } from '../support/bad-input/typed';
import { atOnce, type HttpClient, httpClient } from '../support/http-client';
import type { Web } from '../support/stage';
import { test } from '../support/staged-test';

test.describe.configure({ mode: 'serial', timeout: 400_000 });

const REQUESTS = Number(process.env.BAD_REQUESTS ?? 10_000);
/** After so many the browsers are new, for some were signed out on the way. */
const ROUND = 500;

let webs: Web[] = [];
let clients: HttpClient[] = [];
let routes: RouteShape[];
let ids: Map<string, string[]>;
let forms: FoundForm[];

test.beforeAll(async ({ stage }) => {
  test.setTimeout(180_000);
  const { knownIds, theCast } = await import('../support/bad-input/cast');
  const { crawl } = await import('../support/bad-input/crawl');
  webs = await Promise.all([stage.web(), stage.web()]);
  clients = webs.map((web) => httpClient(web.origin));
  routes = builtRoutes(stage.settings);
  ids = await knownIds(
    stage.owner,
    routes.flatMap((route) => route.params),
  );
  forms = await crawl(clients, routes, await theCast(stage.owner), ids);
});
test.afterAll(async () => {
  for (const client of clients) client.close();
  await Promise.all(webs.map((web) => web.end()));
});

test('every role finds its forms', () => {
  const roles = new Set(forms.map((form) => form.role));
  const all = [
    'auditor',
    'city_officer',
    'district_officer',
    'evaluator',
    'institution_admin',
    'provider_staff',
    'system_admin',
    'trainee',
    'visitor',
  ];
  expect([...roles].sort()).toEqual(all);
  expect(forms.filter((form) => form.method === 'post').length).toBeGreaterThan(40);
});

test('every form that takes text answers what is far too long with a sentence, and keeps what was typed', async ({ stage }) => {
  const { theCast } = await import('../support/bad-input/cast');
  const cast = await theCast(stage.owner);
  const wrong = await atOnce(forms.filter(takesText), 8, (form, at) => overfill(clients[at % clients.length] as HttpClient, form, cast));
  expect(wrong.filter((each) => each !== undefined)).toEqual([]);
});

test(`${REQUESTS} requests of the worst kind: none is answered by a defect, and no script comes back`, async ({ stage }) => {
  const { theCast } = await import('../support/bad-input/cast');
  const random = new Random(Number(process.env.BAD_SEED ?? 20_260_310));
  const wrong: string[] = [];
  for (let sent = 0; sent < REQUESTS && wrong.length < 50; sent += ROUND) {
    const cast = await theCast(stage.owner);
    const shots = Array.from({ length: Math.min(ROUND, REQUESTS - sent) }, () => aim({ routes, forms, ids }, cast, random));
    const found = await atOnce(shots, 16, (shot, at) => fire(clients[at % clients.length] as HttpClient, shot));
    wrong.push(...found.filter((each) => each !== undefined));
  }
  expect({ wrong, defects: webs.flatMap(defectsOf) }).toEqual({ wrong: [], defects: [] });
});

/** What the process logged as its own fault: request, sentence and place. */
const defectsOf = (web: Web): string[] =>
  web
    .said()
    .split('\n')
    .filter((line) => line.includes('"level":"error"'))
    .slice(0, 30)
    .map((line) => {
      const { requestId, path, msg, error } = JSON.parse(line);
      return `${requestId} ${path ?? ''} ${msg ?? ''}: ${String(error?.stack ?? line).slice(0, 500)}`;
    });

test('nothing that was sent has put seats, figures or the log into disorder', async () => {
  const { verifySeats } = await import('~/domain/enrolment/verify-seats.server');
  const { foldTally } = await import('~/domain/goal/fold-tally.server');
  const { recountTally } = await import('~/domain/goal/recount-tally.server');
  const ctx = { actor: { kind: 'system', job: 'test' } as const, now: new Date() };
  expect((await verifySeats(ctx)).found).toEqual([]);
  while ((await foldTally(ctx, 5_000)) > 0);
  expect((await recountTally(ctx)).differences).toBe(0);
});
