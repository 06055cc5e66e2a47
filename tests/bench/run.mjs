// npm run bench [-- section …] [--small]: installs and builds what is missing, then measures. Node built-ins only until then.
import { ensureInstalled, root } from '../../app/server/install.mjs';

process.chdir(root);
await ensureInstalled();
const { ensureBuilt } = await import('../../app/server/build.mjs');
await ensureBuilt();
const { register } = await import('tsx/esm/api');
register();
await import('./main');
