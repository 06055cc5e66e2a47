import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { prepareDatabase, startPostgres } from '#db/embedded.mjs';
import { migrateDatabase } from '#db/migrate';
import { migrateQueueTables } from '#jobs/queue';
import { anyPort } from '~/server/ports.mjs';

export const TEMPLATE = 'yupei_template';
export const LOGIN = { user: 'yupei_web', password: 'test' };

const OWNER = { user: 'yupei', password: 'test' };

/** A folder for one run, which PostgreSQL's own account can enter too. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yupei-test-'));
  fs.chmodSync(folder, 0o711);
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/** A run that is killed takes its servers with it: a shell waits for our end of a pipe to close, and ends the process then. */
function endWithUs(pid: number): () => void {
  const guard = spawn('/bin/sh', ['-c', 'read _; kill -INT "$0"', String(pid)], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  guard.unref();
  return () => guard.kill('SIGKILL');
}

/** A Redis of our own, without files; the same port again after `stop` is the same Redis with its memory lost. */
export async function startRedis(port?: number) {
  const at = port ?? (await anyPort());
  const child = spawn('redis-server', [
    '--port',
    String(at),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    os.tmpdir(),
  ]);
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (part) => String(part).includes('Ready to accept connections') && resolve());
    child.once('error', reject).once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
  });
  const release = endWithUs(child.pid ?? 0);
  return {
    port: at,
    url: `redis://127.0.0.1:${at}`,
    async stop() {
      release();
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/**
 * A real Postgres; throw-away ones write nothing durably. Started again with the same folder and port it is the same one,
 * so that a test may stop or kill it under load.
 */
export async function startTestPostgres({ folder, port, throwAway = true }: { folder: string; port?: number; throwAway?: boolean }) {
  const dataDir = path.join(folder, 'postgres');
  const logFile = path.join(folder, 'postgres.log');
  const server = await startPostgres({ dataDir, port: port ?? (await anyPort()), ...OWNER, logFile, throwAway });
  const release = endWithUs(server.pid);
  void server.ended.then(release);
  return server;
}

/** Makes a database as the program finds it in the field: migrated, with the program's own login. */
export async function migratedDatabase(server: Awaited<ReturnType<typeof startTestPostgres>>, database: string) {
  await prepareDatabase(server, { database, login: LOGIN });
  await migrateDatabase(server.url(database), server.url(database, LOGIN));
  await migrateQueueTables(server.url(database));
  return { url: server.url(database, LOGIN), ownerUrl: server.url(database) };
}

/** From now on nobody connects to the template, so that it can be copied at any moment. */
export async function sealTemplate(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1 });
  await sql.unsafe(`alter database ${TEMPLATE} with is_template true allow_connections false`);
  await sql.end();
}
