// Runs one Node entry against DATABASE_URL, or against the data folder's own database, whether the program is running or not:
// npm run seed -- --scale 1000
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { dataDir, environment, logDir, settings } from './environment.mjs';
import { takeLock } from './lock.mjs';

const [entry = '', ...args] = process.argv.slice(2);

/** @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
const run = (env) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [entry, ...args], { env, stdio: 'inherit' });
    child.once('error', () => resolve(1)).once('exit', (code) => resolve(code ?? 1));
  });

async function main() {
  if (settings.DATABASE_URL) return run(environment(undefined));
  const { openEmbedded, runningEmbedded } = await import('./embedded-database.mjs');
  fs.mkdirSync(logDir, { recursive: true, mode: 0o711 });
  const lock = takeLock(dataDir);
  if (lock.holder && !lock.holder.url) throw new Error('The program is still being started: try again when it is ready.');
  if (lock.holder) return run(environment(runningEmbedded(dataDir)));
  const say = (/** @type {string} */ line) => console.log(line);
  const database = await openEmbedded({ dataDir, logDir, say, lost: (error) => console.error(error.message) });
  try {
    return await run(environment(database));
  } finally {
    await database.stop();
    lock.release();
  }
}

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  return 1;
});
