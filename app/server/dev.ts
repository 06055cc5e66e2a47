import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { createServer } from 'vite';
import { demoKeys } from '../platform/keys.mjs';
import { openEmbedded } from './embedded-database.mjs';
import { takeLock } from './lock.mjs';
import { anyPort, webPort } from './ports.mjs';

// npm run dev: the data folder's database, pages through Vite, and a worker that starts again with every change.
const dataDir = path.resolve(process.env.YUPEI_DATA_DIR || '.data');
const logDir = path.join(dataDir, 'logs');
const host = process.env.HOST || '127.0.0.1';
const say = (line: string) => console.log(line);

fs.mkdirSync(logDir, { recursive: true, mode: 0o711 });
const lock = takeLock(dataDir);
if (lock.holder) {
  say(`育培 Yupei is already running${lock.holder.url ? ` at ${lock.holder.url}` : ''} (process ${lock.holder.pid}): stop it first.`);
  process.exit(1);
}
const lost = (error: Error) => {
  console.error(error);
  process.kill(process.pid, 'SIGTERM');
};
const database = process.env.DATABASE_URL ? undefined : await openEmbedded({ dataDir, logDir, say, lost });
const port = await webPort(process.env.PORT, host);
if (port === undefined) {
  console.error(`Port ${process.env.PORT} on ${host} is taken by another program.`);
  await database?.stop();
  lock.release();
  process.exit(1);
}
const given = { ...process.env };
Object.assign(
  process.env,
  { NODE_ENV: 'development', YUPEI_DEMO: '1', YUPEI_DATA_DIR: dataDir, PORT: String(port), HOST: host },
  demoKeys(dataDir),
  database ? { DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl } : {},
);
for (const name of ['FIELD_KEY', 'HASH_KEY', 'SESSION_KEY']) if (given[name]) process.env[name] = given[name];

const tsx = path.resolve('node_modules/tsx/dist/cli.mjs');
const runOnce = (entry: string) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [tsx, entry], { stdio: 'inherit' });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${entry} ended with ${code}`))));
  });

try {
  await runOnce('jobs/migrate.ts');
  await runOnce('app/server/seed.ts');
} catch (error) {
  await database?.stop();
  lock.release();
  throw error;
}

// Read only now: these modules take their settings from the environment as they are loaded.
const { createApp } = await import('./http');
const { listen } = await import('./listen');
const { onShutdown } = await import('~/platform/shutdown.server');
const { closeDb } = await import('#db/client');

const vite = await createServer({ server: { middlewareMode: true, hmr: { port: await anyPort() } } });
const app = createApp({
  build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
  files: [vite.middlewares],
  development: true,
  isStopping: () => false,
});
const server = await listen(app, port, host);
const worker = spawn(process.execPath, [tsx, 'watch', '--clear-screen=false', 'jobs/main.ts'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, YUPEI_PROCESS: 'worker' },
});
lock.announce(`http://${host}:${port}`);
say(`\n育培 Yupei, for development, at http://${host}:${port}`);

onShutdown(async () => {
  worker.kill('SIGTERM');
  await vite.close();
  await server.drain();
  await closeDb();
  await database?.stop();
  lock.release();
});
