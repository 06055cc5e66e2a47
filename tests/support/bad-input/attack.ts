import type { Random } from '#db/seed/random';
import type { Answer, HttpClient } from '../http-client';
import type { Attacker } from './cast';
import { type FoundForm, pathOf } from './crawl';
import { encoded, formBody, hostile, hostileShort, multipartBody, oddCookies, oddHeaders, SCRIPT } from './hostile';
import type { RouteShape } from './routes';

interface World {
  routes: readonly RouteShape[];
  forms: readonly FoundForm[];
  ids: ReadonlyMap<string, string[]>;
}
export interface Shot {
  role: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

const FORM = 'application/x-www-form-urlencoded';
/** Names of search parameters that pages know, and some that none knows. */
const PARAMETERS = [
  'q',
  'page',
  'sort',
  'period',
  'district',
  'month',
  'category',
  'delivery',
  'from',
  'until',
  'status',
  'back',
  'metric',
  'name',
  'only',
  'index',
  '_routes',
  'x',
  'x[]',
];
/** Ends the session that the other requests need. */
const LEAVES = '/sign-out';

function anAddress(world: World, random: Random): string {
  const path = pathOf(random.pick(world.routes), (param) =>
    random.chance(0.75) ? encodeURIComponent(random.pick(world.ids.get(param) ?? ['x'])) : encoded(hostileShort(random), random),
  );
  const names = random.chance(0.45) ? Array.from({ length: random.int(1, 4) }, () => random.pick(PARAMETERS)) : [];
  const query = names.map((name) => `${encoded(name, random)}=${encoded(hostileShort(random), random)}`).join('&');
  const data = random.chance(0.08) ? '.data' : '';
  return `${path === '/' && data ? '/_root' : path}${data}${query ? `?${query}` : ''}`;
}

const GARBLED = [
  '/%E0%A4%A',
  '/a%00b',
  '//elsewhere.example/',
  '/..%2f..%2fetc/passwd',
  '/courses/%2e%2e',
  '/assets/none.js',
  '/build/server/index.js',
  '/.env',
  '/courses/'.concat('y'.repeat(3_000)),
  '/%ED%A0%80',
  '/me/',
  '/?',
  '/?&&=&',
  '/courses?q=%',
  '/;x=1',
  '/verify/%3Cscript%3E',
];

/** What a form sends, with some of it spoiled: other values, fields missing, doubled, or never heard of. */
function spoiled(form: FoundForm, random: Random, ids: World['ids']): [string, string][] {
  const button = form.fields.filter((field) => field.kind === 'submit');
  const sent = form.fields.filter((field) => field.kind !== 'submit' && (field.sent || random.chance(0.3)));
  const fields = [...sent, ...(button.length > 0 ? [random.pick(button)] : [])].flatMap(({ name, value }): [string, string][] => {
    if (random.chance(0.08)) return [];
    if (random.chance(0.35)) return [[name, hostile(random)]];
    if (random.chance(0.1)) return [[name, random.pick(random.pick([...ids.values()]))]];
    return random.chance(0.05)
      ? [
          [name, value],
          [name, hostile(random)],
        ]
      : [[name, value]];
  });
  return random.chance(0.1) ? [...fields, [hostileShort(random).slice(0, 60), hostile(random)]] : fields;
}

function post(world: World, random: Random): Pick<Shot, 'method' | 'path' | 'headers' | 'body'> & { role?: string } {
  const form = world.forms.length > 0 && random.chance(0.85) ? random.pick(world.forms) : undefined;
  const fields: [string, string][] = form
    ? spoiled(form, random, world.ids)
    : Array.from({ length: random.int(0, 6) }, () => [random.pick(PARAMETERS), hostile(random)]);
  const path = form && random.chance(0.85) ? form.action : anAddress(world, random);
  const role = form && random.chance(0.8) ? form.role : undefined;
  const how = random.next();
  if (form?.multipart || how < 0.06) {
    const { type, body } = multipartBody(fields, random);
    return { method: 'POST', path, role, headers: { 'Content-Type': type }, body };
  }
  if (how < 0.09)
    return {
      method: 'POST',
      path,
      role,
      headers: { 'Content-Type': random.pick(['application/json', 'text/plain', 'x', `${FORM}; charset=utf-16`]) },
      body: JSON.stringify(Object.fromEntries(fields)),
    };
  return { method: 'POST', path, role, headers: { 'Content-Type': FORM }, body: formBody(fields, random) };
}

/** The next request: mostly what a browser could send with something wrong in it, sometimes what none would. */
export function aim(world: World, cast: readonly Attacker[], random: Random): Shot {
  const how = random.next();
  const made =
    how < 0.5 ? post(world, random) : how < 0.93 ? { method: 'GET', path: anAddress(world, random), headers: {} } : odd(world, random);
  const wanted = 'role' in made ? made.role : undefined;
  const attacker = cast.find((each) => each.role === wanted) ?? random.pick(cast);
  const cookie = random.chance(0.03) || made.path.startsWith(LEAVES) ? oddCookies(random) : attacker.cookie;
  const address = `10.${random.int(0, 255)}.${random.int(0, 255)}.${random.int(1, 254)}`;
  const headers = {
    ...made.headers,
    ...(random.chance(0.05) ? oddHeaders(random) : {}),
    ...(cookie ? { Cookie: cookie } : {}),
    'X-Forwarded-For': address,
  };
  return { role: attacker.role, method: made.method, path: made.path, body: made.body, headers };
}

const odd = (world: World, random: Random): Pick<Shot, 'method' | 'path' | 'headers' | 'body'> => {
  if (random.chance(0.5)) return { method: 'GET', path: random.pick(GARBLED), headers: {} };
  const method = random.pick(['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'POST']);
  return {
    method,
    path: anAddress(world, random),
    headers: { 'Content-Type': FORM },
    body: method === 'HEAD' || method === 'OPTIONS' ? undefined : 'a=1',
  };
};

/** Fires one request. @returns what is wrong with the answer, if anything */
export async function fire(client: HttpClient, shot: Shot): Promise<string | undefined> {
  let answer: Answer;
  try {
    answer = await client.ask(shot);
  } catch (error) {
    return describe(shot, `no answer (${String(error)})`);
  }
  if (answer.status >= 500) return describe(shot, `answered ${answer.status} (${answer.requestId})`);
  if (answer.body.includes(SCRIPT)) return describe(shot, `brought the script back as it was (${answer.status})`);
  return undefined;
}

const describe = ({ role, method, path, body }: Shot, what: string): string =>
  `${what}: ${role} ${method} ${path.slice(0, 300)}${body === undefined ? '' : ` with ${body.toString().slice(0, 600)}`}`;
