// Says what is being done while it is done, and how long each step took. Node built-ins only.
import { spawn } from 'node:child_process';

/** @type {{ name: string; ms: number }[]} */
const taken = [];
const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`;
/** @type {import('node:child_process').ChildProcess | undefined} */
let current;

export const say = (/** @type {string} */ line) => console.log(line);

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const from = performance.now();
  say(`· ${name} …`);
  const reminder = setInterval(() => say(`  … ${name}: ${seconds(performance.now() - from)} so far`), 15_000);
  try {
    return await work();
  } finally {
    clearInterval(reminder);
    const ms = performance.now() - from;
    taken.push({ name, ms });
    if (ms > 50) say(`  ${seconds(ms)}`);
  }
}

/** Milliseconds spent in steps whose name begins so. */
export const spentOn = (/** @type {string} */ prefix) =>
  taken.filter(({ name }) => name.startsWith(prefix)).reduce((sum, { ms }) => sum + ms, 0);

/** The first lines say what is wrong, the last ones where it ended; a bundler's lists between them say nothing. */
function shortened(/** @type {string} */ text) {
  const lines = text.trimEnd().split('\n');
  return lines.length <= 50 ? lines.join('\n') : [...lines.slice(0, 25), '…', ...lines.slice(-15)].join('\n');
}

/**
 * Runs a program to its end; its words are shown only when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv; cwd?: string }} [options]
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    current = child;
    const hear = (/** @type {Buffer} */ part) => {
      said = (said + part).slice(0, 200_000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', (code) => {
      current = undefined;
      if (code === 0) resolve(said);
      else reject(new Error(`${[command, ...args].join(' ')} ended with ${code ?? 'a signal'}:\n${shortened(said)}`));
    });
  });
}

/** Ends the program that a step is waiting for. */
export const interruptStep = () => current?.kill('SIGTERM');

/** npm as a command: the one that runs us, else the one on the PATH. */
export const npmCommand = () => {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? { command: process.execPath, first: [script] } : { command: 'npm', first: [] };
};
