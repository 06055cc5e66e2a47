// npm start: from a fresh clone to the first page. Node built-ins only until the packages are installed.
import fs from 'node:fs';

const began = Date.now();
// Asked before anything else is read: an old Node.js would only answer with a syntax error.
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Node.js 20.19 or later is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

const { ensureInstalled, root } = await import('./install.mjs');
const { interruptStep, run, say, spentOn, step } = await import('./steps.mjs');
process.chdir(root);
const { takeLock } = await import('./lock.mjs');
const { webPort } = await import('./ports.mjs');

const { dataDir, demo, environment, host, logDir, settings } = await import('./environment.mjs');

/** What has to stop, last started first. @type {(() => Promise<void> | void)[]} */
const running = [];
let stopping = false;
async function stop(/** @type {number} */ code) {
  if (stopping) return;
  stopping = true;
  interruptStep();
  for (const end of running.splice(0).reverse()) await end();
  process.exit(code);
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    if (!stopping) say('\nStopping: requests and jobs under way are finished first …');
    void stop(0);
  });
}
/** @param {unknown} error */
async function fail(error) {
  if (stopping) return;
  console.error(`\n${error instanceof Error ? error.message : error}`);
  await stop(1);
}

async function untilReady(/** @type {string} */ address, /** @type {() => boolean} */ hopeless) {
  const until = Date.now() + 60_000;
  for (let last = 'no answer'; ; ) {
    if (hopeless() || Date.now() > until) throw new Error(`The program did not become ready (${last}). The logs are in ${logDir}.`);
    try {
      const answer = await fetch(`${address}/readyz`);
      last = await answer.text();
      if (answer.ok && JSON.parse(last).status === 'ready') return;
    } catch {
      // not listening yet
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function printAccounts() {
  const { accounts, password, secondFactorCode } = JSON.parse(fs.readFileSync('db/seed/demo-accounts.json', 'utf8'));
  say('\n演示数据 · demo accounts (user name · role · second factor)');
  for (const { userName, zh, en, secondFactor } of accounts) {
    say(`  ${userName.padEnd(10)} ${zh} ${en}${secondFactor ? ` · ${secondFactorCode}` : ''}`);
  }
  say(`  password 密码 ${password} · where a second factor is asked for, enter 动态码 ${secondFactorCode}`);
}

async function main() {
  fs.mkdirSync(logDir, { recursive: true, mode: 0o711 });
  const lock = takeLock(dataDir);
  if (lock.holder) {
    const { url, pid } = lock.holder;
    say(url ? `育培 Yupei is already running at ${url} (process ${pid}).` : `育培 Yupei is already being started by process ${pid}.`);
    return process.exit(0);
  }
  running.push(lock.release);
  const port = await webPort(settings.PORT, host);
  if (port === undefined)
    throw new Error(`Port ${settings.PORT} on ${host} is taken by another program. Choose another: PORT=3001 npm start`);

  await ensureInstalled();
  const { ensureBuilt } = await import('./build.mjs');
  await ensureBuilt();
  if (stopping) return;

  const database = settings.DATABASE_URL
    ? undefined
    : await step('Starting PostgreSQL', async () => {
        const { openEmbedded } = await import('./embedded-database.mjs');
        return openEmbedded({ dataDir, logDir, say, lost: fail });
      });
  if (database) running.push(database.stop);
  const env = environment(database);
  const node = (/** @type {string} */ entry) => run(process.execPath, [entry], { env });
  await step('Migrating the database', () => node('build/node/migrate.js'));
  if (demo) await step('Demo data', () => node('build/node/seed.js'));
  if (stopping) return;

  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  const url = `http://${shown}:${port}`;
  const { keepRunning } = await import('./children.mjs');
  await step('Starting web and worker', async () => {
    const options = { cwd: root, logDir, say };
    const worker = keepRunning('worker', 'build/node/worker.js', { ...options, env });
    running.push(worker.stop);
    const web = keepRunning('web', 'build/node/web.js', { ...options, env: { ...env, HOST: host, PORT: String(port) } });
    running.push(web.stop);
    await untilReady(url, () => stopping || web.failures() + worker.failures() >= 3);
  });
  lock.announce(url);
  const total = Date.now() - began;
  const own = total - spentOn('Installing');
  say(`\n育培 Yupei is ready at ${url}`);
  say(`  ${(total / 1000).toFixed(1)} s in all, of which ${(own / 1000).toFixed(1)} s its own (the rest was npm). Ctrl-C stops it.`);
  if (demo) printAccounts();
}

main().catch(fail);
