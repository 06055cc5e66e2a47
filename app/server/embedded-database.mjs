// The data folder's own PostgreSQL: its passwords, its place on disk, its two logins.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { canRunInstalled, prepareDatabase, startPostgres } from '../../db/embedded.mjs';
import { account, canEnter, folderOutside } from '../../db/embedded-account.mjs';
import { anyPort } from './ports.mjs';

const OWNER = 'yupei';
const LOGIN = 'yupei_web';
const DATABASE = 'yupei';

/** @typedef {{ folder: string; ownerPassword: string; loginPassword: string }} Place */

/**
 * @param {string} dataDir
 * @param {(line: string) => void} say
 * @returns {Place}
 */
function place(dataDir, say) {
  const file = path.join(dataDir, 'database.json');
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8'));
  const who = account();
  const inside = canEnter(dataDir, who) && canRunInstalled();
  const folder = inside ? '.' : folderOutside();
  if (!inside) say(`  The account "${who.name}", which PostgreSQL runs as, cannot enter this folder: its files are kept in ${folder}.`);
  const made = { folder, ownerPassword: randomBytes(18).toString('hex'), loginPassword: randomBytes(18).toString('hex') };
  fs.writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

const urls = (/** @type {number} */ port, /** @type {Place} */ { ownerPassword, loginPassword }) => ({
  url: `postgres://${LOGIN}:${loginPassword}@127.0.0.1:${port}/${DATABASE}`,
  ownerUrl: `postgres://${OWNER}:${ownerPassword}@127.0.0.1:${port}/${DATABASE}`,
});

/**
 * Addresses of the data folder's PostgreSQL while another process of ours keeps it running.
 * @param {string} dataDir
 */
export function runningEmbedded(dataDir) {
  const known = place(dataDir, () => {});
  const port = fs.readFileSync(path.join(path.resolve(dataDir, known.folder), 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  return urls(Number(port), known);
}

/**
 * Starts the data folder's PostgreSQL and keeps it running until `stop`.
 * @param {{ dataDir: string; logDir: string; say: (line: string) => void; lost: (error: Error) => void }} options
 */
export async function openEmbedded({ dataDir, logDir, say, lost }) {
  const known = place(dataDir, say);
  const { folder, ownerPassword, loginPassword } = known;
  const home = path.resolve(dataDir, folder);
  const outside = folder !== '.';
  if (outside) fs.mkdirSync(home, { recursive: true, mode: 0o711 });
  const options = {
    dataDir: path.join(home, 'postgres'),
    port: await anyPort(),
    user: OWNER,
    password: ownerPassword,
    logFile: path.join(logDir, 'postgres.log'),
    binariesOutside: outside && !canRunInstalled() ? path.join(home, 'native') : undefined,
  };
  let server = await startPostgres(options);
  const login = { user: LOGIN, password: loginPassword };
  await prepareDatabase(server, { database: DATABASE, login });

  let stopping = false;
  const watch = async () => {
    for (;;) {
      const code = await server.ended;
      if (stopping) return;
      say(`PostgreSQL ended (${code}); starting it again.`);
      server = await startPostgres(options); // same port: those connected to it find it again
    }
  };
  watch().catch(lost);
  return {
    ...urls(options.port, known),
    async stop() {
      stopping = true;
      await server.stop();
    },
  };
}
