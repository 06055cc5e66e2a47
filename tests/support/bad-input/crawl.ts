import { formsOf, type HtmlForm } from '../html-forms';
import { atOnce, type HttpClient } from '../http-client';
import type { Attacker } from './cast';
import type { RouteShape } from './routes';

export interface FoundForm extends HtmlForm {
  pattern: string;
  path: string;
  role: string;
}

/** The address of a route; `pick` gives each parameter as it stands in an address. */
export const pathOf = (route: RouteShape, pick: (param: string) => string): string =>
  route.params.reduce((path, param) => path.replace(`:${param}`, () => pick(param)), route.pattern);

/** Addresses of a route to look at: each known id once, up to so many. */
function* addresses(route: RouteShape, ids: ReadonlyMap<string, string[]>, most: number): Generator<string> {
  const lists = route.params.map((param) => ids.get(param) ?? []);
  const count = Math.min(most, Math.max(1, ...lists.map((list) => list.length)));
  for (let at = 0; at < count; at++) {
    yield pathOf(route, (param) => encodeURIComponent(ids.get(param)?.[at % (ids.get(param)?.length ?? 1)] ?? 'x'));
  }
}

/** Two forms are the same when they send the same fields to the same place. */
const kindOf = (form: FoundForm): string =>
  [
    form.role,
    form.pattern,
    form.method,
    form.fields.map((field) => `${field.name.replaceAll(/[0-9a-f-]{36}|\d+/g, '#')}:${field.kind}`).join(),
  ].join(' ');

const PAGES_PER_ROUTE = 60;
/** So many pages of one kind show whatever forms there are. */
const ENOUGH = 8;

/** Walks every page as everybody and collects the forms that they find there, each kind once. */
export async function crawl(
  clients: readonly HttpClient[],
  routes: readonly RouteShape[],
  cast: readonly Attacker[],
  ids: ReadonlyMap<string, string[]>,
): Promise<FoundForm[]> {
  const visits = routes.filter((route) => route.page).flatMap((route) => cast.map((attacker) => ({ route, attacker })));
  const kinds = new Map<string, FoundForm>();
  await atOnce(visits, 8, async ({ route, attacker }, index) => {
    const client = clients[index % clients.length] as HttpClient;
    let seen = 0;
    for (const path of addresses(route, ids, PAGES_PER_ROUTE)) {
      const page = await client.ask({ path, headers: { Cookie: attacker.cookie } });
      // Of another role, or of somebody who is not signed in: no address of this kind opens.
      if (page.status === 403 || page.status === 302) return;
      if (page.status !== 200) continue;
      seen += 1;
      if (seen > ENOUGH) return;
      for (const form of formsOf(page.body, path)) {
        const found = { ...form, pattern: route.pattern, path, role: attacker.role };
        if (!kinds.has(kindOf(found))) kinds.set(kindOf(found), found);
      }
    }
  });
  return [...kinds.values()];
}
