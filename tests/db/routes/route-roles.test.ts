import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { beforeAll, expect, test } from 'vitest';
import { aMember, aSession } from '#db/seed/builders/accounts';
import { aPerson } from '#db/seed/builders/people';
import { ROLES, type Role } from '~/domain/shared/actor';
import { newId } from '~/domain/shared/id';
import { testDatabase } from '../../support/database';
import type { Line } from './line';
import { LINES } from './lines';
import { aWorld, type World } from './world';

const { db } = testDatabase();

interface RouteModule {
  loader?: (args: LoaderFunctionArgs) => unknown;
  action?: (args: ActionFunctionArgs) => unknown;
}
const FILES = import.meta.glob<RouteModule>('../../../app/routes/*.{ts,tsx}');
const nameOf = (file: string): string => file.replace(/^.*\/routes\//, '').replace(/\.tsx?$/, '');
const ROUTES = Object.entries(FILES).map(([file, load]) => [nameOf(file), load] as const);

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

type Who = Role | 'visitor';
type Answer = 'served' | 'needs a key' | 'sign in' | 'forbidden' | 'not found' | `failed with ${number}`;

/** Pages that lead to the sign-in page on their own account. */
const LEADS_TO_SIGN_IN = ['sign-out', 'register'];

const answerOf = (answer: unknown, name: string): Answer => {
  if (answer instanceof Response) {
    const away = answer.headers.get('Location')?.startsWith('/sign-in') && !LEADS_TO_SIGN_IN.includes(name);
    return away ? 'sign in' : ofStatus(answer.status);
  }
  const wrapped = typeof answer === 'object' && answer !== null && 'type' in answer && answer.type === 'DataWithResponseInit';
  return ofStatus(wrapped ? ((answer as { init?: { status?: number } | null }).init?.status ?? 200) : 200);
};

const ofStatus = (status: number): Answer => {
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not found';
  // No key, or a method that the address for keys does not take.
  if (status === 401 || status === 405) return 'needs a key';
  return status < 500 ? 'served' : `failed with ${status}`;
};

type Handler = NonNullable<RouteModule['loader']>;
type Method = 'GET' | 'POST';

async function ask(handler: Handler, method: Method, name: string, who: Who, params: Record<string, string>): Promise<Answer> {
  const headers = new Headers(who === 'visitor' ? {} : { Cookie: await world.browserOf(who) });
  const address = `http://test.local/${name
    .replace(/_index$/, '')
    .replaceAll('_.', '/')
    .replaceAll('.', '/')}`;
  const query = new URLSearchParams(LINES[name]?.query?.(world));
  const request = new Request(`${address}?${query}`, { method, headers, body: method === 'POST' ? new URLSearchParams() : undefined });
  const context = { cspNonce: '', requestId: newId(), clientAddress: '198.51.100.20' };
  try {
    return answerOf(await handler({ request, params, context } as LoaderFunctionArgs), name);
  } catch (thrown) {
    // What is neither an answer nor a page with a status is a defect: Remix makes 500 of it.
    return thrown instanceof Error ? 'failed with 500' : answerOf(thrown, name);
  }
}

const WHOS: readonly Who[] = ['visitor', ...ROLES];
function comesIn({ open, write }: Line, who: Who, method: Method = 'GET'): boolean {
  const whom = method === 'POST' ? (write ?? open) : open;
  return whom === 'everyone' || (who !== 'visitor' && (whom === 'signed in' || whom.includes(who)));
}

function expected(line: Line, who: Who, method: Method, foreign: boolean): Answer {
  if (line.keyed) return 'needs a key';
  if (!comesIn(line, who, method)) return who === 'visitor' ? 'sign in' : 'forbidden';
  const hidden = line.notFor === 'all' || line.notFor?.includes(who) || (foreign && line.hiddenFrom?.includes(who));
  return hidden ? 'not found' : 'served';
}

/** Everybody's answers at one address, as a table. */
async function walk(
  name: string,
  handlers: [Method, Handler][],
  params: Record<string, string>,
  whos = WHOS,
): Promise<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  for (const [method, handler] of handlers)
    for (const who of whos) answers[`${method} as ${who}`] = await ask(handler, method, name, who, params);
  return answers;
}

const handlersOf = ({ loader, action }: RouteModule): [Method, Handler][] => [
  ...(loader ? [['GET', loader] as [Method, Handler]] : []),
  ...(action ? [['POST', action] as [Method, Handler]] : []),
];
const table = (handlers: [Method, Handler][], whos: readonly Who[], answer: (who: Who, method: Method) => Answer): Record<string, Answer> =>
  Object.fromEntries(handlers.flatMap(([method]) => whos.map((who) => [`${method} as ${who}`, answer(who, method)])));

test('every route has its line, and every line its route', () => {
  expect(ROUTES.map(([name]) => name).sort()).toEqual(Object.keys(LINES).sort());
});

const lined = ROUTES.flatMap(([name, load]) => (LINES[name] ? [[name, LINES[name], load] as const] : []));

test.each(lined)('%s lets in whom it should', async (name, line, load) => {
  const handlers = handlersOf(await load());
  const answers = await walk(name, handlers, line.params?.(world.near, world) ?? {});
  expect(answers).toEqual(table(handlers, WHOS, (who, method) => expected(line, who, method, false)));
});

test.each(lined.filter(([, line]) => line.hiddenFrom))(
  '%s keeps another organisation’s thing from those whom it is hidden from',
  async (name, line, load) => {
    // Only the page: an empty form may be refused before anybody looks for the thing (operations are asked in their own tests).
    const handlers = handlersOf({ loader: (await load()).loader });
    const answers = await walk(name, handlers, line.params?.(world.far, world) ?? {});
    expect(answers).toEqual(table(handlers, WHOS, (who, method) => expected(line, who, method, true)));
  },
);

test.each(lined.filter(([, line]) => line.params))('%s does not find an id that nobody has', async (name, line, load) => {
  const handlers = handlersOf({ loader: (await load()).loader });
  const params = Object.fromEntries(Object.keys(line.params?.(world.near, world) ?? {}).map((key) => [key, newId()]));
  const whos = WHOS.filter((who) => comesIn(line, who));
  expect(await walk(name, handlers, params, whos)).toEqual(table(handlers, whos, () => (line.answersUnknown ? 'served' : 'not found')));
});

test('who acts for an organisation opens her own pages without switching roles', async () => {
  const person = await aPerson(db);
  const { cookie } = await aSession(db, await aMember(db, 'institution_admin', undefined, { personId: person.id }));
  const { loader } = await import('~/routes/me._index');
  const request = new Request('http://test.local/me', { headers: { Cookie: cookie } });
  const context = { cspNonce: '', requestId: '', clientAddress: '' };
  expect(answerOf(await loader({ request, params: {}, context }), 'me._index')).toBe('served');
});
