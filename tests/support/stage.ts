import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { anyPort } from '~/server/ports.mjs';
import { migratedDatabase, startTestPostgres, temporaryFolder } from './servers';

const KEYS = {
  FIELD_KEY: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
  HASH_KEY: Buffer.alloc(32, 2).toString('base64'),
  SESSION_KEY: Buffer.alloc(32, 3).toString('base64'),
};

export interface Process {
  child: ChildProcess;
  /** What it wrote to the terminal so far. */
  said: () => string;
  /** Asks it to finish and waits; `SIGKILL` is the end without warning. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}
export interface Web extends Process {
  origin: string;
}
type Settings = Record<string, string>;

const alive = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

async function untilAnswered(address: string, process: Process): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    if (!alive(process.child) || Date.now() > until) throw new Error(`No answer at ${address}:\n${process.said().slice(-4_000)}`);
    const ok = await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/**
 * A Postgres of its own with the migrated database, and as many built web and worker processes as wanted: what a
 * deployment looks like. Free ports of 127.0.0.1, a folder that is removed at the end, nothing shared with anybody.
 */
export async function openStage({ throwAway }: { throwAway: boolean }) {
  const { folder, remove } = temporaryFolder();
  let server = await startTestPostgres({ folder, throwAway });
  const { url, ownerUrl } = await migratedDatabase(server, 'stage');
  const settings: Settings = {
    ...KEYS,
    DATABASE_URL: url,
    DATABASE_OWNER_URL: ownerUrl,
    YUPEI_DATA_DIR: path.join(folder, 'data'),
    YUPEI_DEMO: '1',
    COOKIE_SECURE: '0',
  };
  const owner = postgres(ownerUrl, { max: 4, onnotice: () => {} });
  const running = new Set<Process>();

  function start(entry: string, more: Settings = {}, cwd = process.cwd()): Process {
    const { REDIS_URL: _redis, NODE_OPTIONS: _options, ...inherited } = process.env;
    const env = { ...inherited, ...settings, NODE_ENV: 'production' as const, HOST: '127.0.0.1', ...more };
    const log = path.join(folder, `${running.size}-${path.basename(entry)}.log`);
    const out = fs.openSync(log, 'a');
    const child = spawn(process.execPath, [path.resolve(entry)], { cwd, env, stdio: ['ignore', out, out] });
    fs.closeSync(out);
    const made: Process = {
      child,
      said: () => fs.readFileSync(log, 'utf8'),
      async end(signal = 'SIGTERM') {
        running.delete(made);
        if (!alive(child)) return;
        child.kill(signal);
        await once(child, 'exit');
      },
    };
    running.add(made);
    return made;
  }

  return {
    folder,
    settings,
    owner,
    worker: (more?: Settings) => start('build/node/worker.js', more),
    /** Runs an entry to its end. @throws with what it said when it fails */
    async run(entry: string, ...args: string[]) {
      const env = { ...process.env, ...settings, NODE_ENV: 'production' as const };
      const child = spawn(process.execPath, [entry, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (part) => {
          said += part;
        });
      }
      const [code] = await once(child, 'close');
      if (code !== 0) throw new Error(`${entry} ${args.join(' ')} ended with ${code}:\n${said.slice(-4_000)}`);
    },
    async web({ cwd, ...more }: Settings = {}): Promise<Web> {
      const port = await anyPort();
      const made = start('build/node/web.js', { PORT: String(port), ...more }, cwd);
      const origin = `http://127.0.0.1:${port}`;
      await untilAnswered(`${origin}/healthz`, made);
      return Object.assign(made, { origin });
    },
    /** Ends Postgres without a checkpoint, as a crash would, and starts it again at the same address. */
    async crashPostgres() {
      process.kill(server.pid, 'SIGQUIT');
      await server.ended;
      server = await startTestPostgres({ folder, port: server.port, throwAway });
    },
    async close() {
      await Promise.all([...running].map((each) => each.end()));
      await owner.end();
      await server.stop();
      remove();
    },
  };
}
export type Stage = Awaited<ReturnType<typeof openStage>>;
