// Runs checks and counts what passed and what failed. Node built-ins only.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{ passed: number; failed: number }} Count */
/** @typedef {{ name: string; run: () => Promise<Count> }} Check */

export const OUTPUT = path.resolve('tests/.output');
const bin = (/** @type {string} */ name) => path.resolve('node_modules/.bin', name);

/**
 * Runs a program; its words are returned, not shown.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ code: number | null; said: string }>}
 */
export function capture(command, args, env = {}) {
  return new Promise((resolve) => {
    let said = '';
    const hear = (/** @type {Buffer} */ part) => {
      said += part;
    };
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => resolve({ code: 1, said: String(error) }));
    child.on('close', (code) => resolve({ code, said }));
  });
}

/**
 * A tool of the house that is content or not.
 * @param {string} name
 * @param {string} tool
 * @param {string[]} args
 * @returns {Check}
 */
export const tool = (name, tool, args) => ({
  name,
  run: async () => {
    const { code, said } = await capture(bin(tool), args);
    if (code !== 0) console.log(said.trimEnd());
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
});

/**
 * What a Vitest report says. A file that could not even be read has no tests to fail and counts as one failure.
 * @param {string} file
 * @returns {Count}
 */
function vitestCount(file) {
  const report = JSON.parse(fs.readFileSync(file, 'utf8'));
  const unread = report.testResults.filter(
    (/** @type {{ status: string; assertionResults: unknown[] }} */ suite) =>
      suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unread.length };
}

/**
 * @param {string} kind folder under tests/
 * @param {Record<string, string>} [env]
 * @returns {Check}
 */
export const vitest = (kind, env = {}) => ({
  name: [kind, ...Object.values(env)].join(' '),
  run: async () => {
    const report = path.join(OUTPUT, `${[kind, ...Object.keys(env)].join('-')}.json`);
    fs.rmSync(report, { force: true });
    const args = ['run', '-c', `tests/${kind}/vitest.config.ts`, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code, said } = await capture(bin('vitest'), args, { NO_COLOR: '1', ...env });
    const count = fs.existsSync(report) ? vitestCount(report) : { passed: 0, failed: 0 };
    // An error outside every test (a rejection nobody caught) fails the run without a failed test.
    if (code !== 0 && count.failed === 0) count.failed = 1;
    if (count.failed > 0) console.log(said.trimEnd());
    return count;
  },
});

/**
 * Runs the checks, so many at a time, with a line for each as it ends.
 * @param {Check[]} checks
 * @param {number} atOnce
 * @returns {Promise<Count>}
 */
export async function runChecks(checks, atOnce = 1) {
  fs.mkdirSync(OUTPUT, { recursive: true });
  const waiting = [...checks];
  const total = { passed: 0, failed: 0 };
  const take = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const from = performance.now();
      const { passed, failed } = await check.run();
      total.passed += passed;
      total.failed += failed;
      const outcome = failed > 0 ? `FAILED (${failed})` : passed === 1 ? 'ok' : `${passed} ok`;
      console.log(`${check.name.padEnd(28)} ${((performance.now() - from) / 1000).toFixed(1).padStart(6)} s  ${outcome}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, take));
  return total;
}
