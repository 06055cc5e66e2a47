// The processes that start.mjs keeps running. Node built-ins only.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const LONGEST_PAUSE_MS = 30_000;
const STEADY_MS = 60_000;

/**
 * Starts a Node entry and starts it again, after a growing pause, whenever it ends unasked.
 * Its lines go to a log file, its complaints also to the terminal. It ends by itself when we are gone: its channel closes.
 * @param {string} name
 * @param {string} entry
 * @param {{ cwd: string; env: NodeJS.ProcessEnv; logDir: string; say: (line: string) => void }} options
 */
export function keepRunning(name, entry, { cwd, env, logDir, say }) {
  const logFile = path.join(logDir, `${name}.log`);
  const size = fs.statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 20_000_000) fs.renameSync(logFile, `${logFile}.1`);
  let stopping = false;
  let failures = 0;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  /** @type {NodeJS.Timeout | undefined} */
  let pause;
  /** @type {Promise<unknown>} */
  let ended = Promise.resolve();

  const start = () => {
    const from = performance.now();
    const log = fs.openSync(logFile, 'a', 0o600);
    const childEnv = { ...env, YUPEI_PROCESS: name };
    // detached: Ctrl-C reaches us alone, and we stop the processes in the right order
    const running = spawn(process.execPath, ['--enable-source-maps', entry], {
      cwd,
      env: childEnv,
      detached: true,
      stdio: ['ignore', log, 'pipe', 'ipc'],
    });
    child = running;
    running.stderr?.on('data', (/** @type {Buffer} */ part) => {
      fs.appendFileSync(logFile, part);
      process.stderr.write(part);
    });
    fs.closeSync(log);
    ended = new Promise((resolve) => {
      running.once('error', resolve).once('exit', (code, signal) => {
        resolve(undefined);
        if (stopping) return;
        failures = performance.now() - from > STEADY_MS ? 1 : failures + 1;
        const ms = Math.min(LONGEST_PAUSE_MS, 250 * 2 ** failures);
        say(`${name} ended (${signal ?? code}); starting it again in ${ms / 1000} s. Log: ${logFile}`);
        pause = setTimeout(start, ms);
      });
    });
  };
  start();
  return {
    failures: () => failures,
    async stop() {
      stopping = true;
      clearTimeout(pause);
      child?.kill('SIGTERM');
      await ended;
    },
  };
}
