import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** `npm run worker` from the sources, as a process of its own; it ends with the test. */
export function workerProcess(settings: Record<string, string> = {}) {
  const { REDIS_URL: _redis, ...inherited } = process.env;
  const env = { ...inherited, DB_POOL: '6', ...settings };
  const child = spawn(process.execPath, ['--import', 'tsx', 'jobs/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      said += part;
    });
  }
  const runs = () => child.exitCode === null && child.signalCode === null;
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (!runs()) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  onTestFinished(() => end('SIGKILL'));
  return {
    pid: child.pid ?? 0,
    runs,
    /** What it logged, where a test wants to know: LOG_LEVEL says how much. */
    said: () => said,
    /** The end without warning, as by kill -9 or a lost machine. */
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
