import { execFileSync } from 'node:child_process';
import path from 'node:path';

export interface RouteShape {
  /** `/classes/:classId` */
  pattern: string;
  params: string[];
  /** Draws a document; else it answers with data or a file. */
  page: boolean;
  action: boolean;
}

interface BuiltRoute {
  id: string;
  parentId?: string;
  path?: string;
  page: boolean;
  action: boolean;
}

const LIST = `const { routes } = await import(process.argv[1]);
process.stdout.write(JSON.stringify(Object.values(routes).map(({ id, parentId, path, module }) =>
  ({ id, parentId, path, page: Boolean(module.default), action: Boolean(module.action) }))), () => process.exit(0));`;

/** Every route of the built program, as the build itself lists them. */
export function builtRoutes(settings: Record<string, string>): RouteShape[] {
  const file = path.resolve('build/server/index.js');
  const env = { ...process.env, ...settings, NODE_ENV: 'production' as const };
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', LIST, file], { env, encoding: 'utf8', maxBuffer: 10_000_000 });
  const routes: BuiltRoute[] = JSON.parse(said);
  const byId = new Map(routes.map((route) => [route.id, route]));
  const whole = (route: BuiltRoute): string => {
    const parent = route.parentId ? byId.get(route.parentId) : undefined;
    return `${parent ? whole(parent) : ''}${route.path ? `/${route.path}` : ''}`;
  };
  return routes
    .filter(({ id, path: own }) => id !== 'root' && own !== '*')
    .map((route) => {
      const pattern = whole(route) || '/';
      return { pattern, params: [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name), page: route.page, action: route.action };
    });
}
