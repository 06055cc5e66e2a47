import fs from 'node:fs';
import path from 'node:path';

/**
 * A folder to start a web process in that serves the same build with two routes more, so that the product needs none:
 * `/bench-empty` draws nothing inside the frame of every page, `/bench-bare` draws nothing at all and has no frame.
 * @returns the folder, to be given as `cwd`
 */
export function withEmptyRoutes(folder: string): string {
  const cwd = path.join(folder, 'with-empty-routes');
  const server = path.join(cwd, 'build/server');
  fs.mkdirSync(server, { recursive: true });
  fs.symlinkSync(path.resolve('build/client'), path.join(cwd, 'build/client'));
  fs.writeFileSync(path.join(cwd, 'package.json'), '{ "type": "module" }\n');
  fs.writeFileSync(
    path.join(server, 'index.js'),
    `import * as real from ${JSON.stringify(path.resolve('build/server/index.js'))};
export * from ${JSON.stringify(path.resolve('build/server/index.js'))};
const empty = { id: 'routes/bench-empty', parentId: 'root', path: 'bench-empty', module: { default: () => null } };
const bare = { id: 'routes/bench-bare', parentId: 'root', path: 'bench-bare', module: { loader: () => new Response('') } };
const known = Object.keys(real.assets.routes).find((id) => id !== 'root');
const asset = (route) => ({ ...real.assets.routes[known], hasAction: false, hasLoader: false, css: [], imports: [], id: route.id, parentId: 'root', path: route.path });
export const routes = { ...real.routes, [empty.id]: empty, [bare.id]: bare };
export const assets = { ...real.assets, routes: { ...real.assets.routes, [empty.id]: asset(empty), [bare.id]: asset(bare) } };
`,
  );
  return cwd;
}
