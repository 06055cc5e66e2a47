// npm test: installs what is missing, then everything, and one plain line at the end. Node built-ins only.
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from '../../app/server/install.mjs';

process.chdir(root);
const began = performance.now();
const { chromium, ensurePrograms } = await import('./system.mjs');
const problem = await ensureInstalled().then(ensurePrograms, (error) => String(error.message));
if (problem) {
  console.error(`${problem}\n0 passed, 1 failed`);
  process.exit(1);
}

const { capture, OUTPUT, runChecks, vitest } = await import('./checks.mjs');
const { VERIFY } = await import('./verify.mjs');

/** @type {import('./checks.mjs').Check} */
const build = {
  name: 'build',
  run: async () => {
    const { code, said } = await capture(process.execPath, ['app/server/build.mjs']);
    if (code !== 0) console.log(said);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
};

/** Journeys through the built program, with worker and demo data, in Chromium. @type {import('./checks.mjs').Check} */
const e2e = {
  name: 'e2e',
  run: async () => {
    const { startApp } = await import('./app.mjs');
    const report = path.join(OUTPUT, 'e2e.json');
    fs.rmSync(report, { force: true });
    const app = await startApp();
    try {
      const env = { BASE_URL: app.url, YUPEI_DATA_DIR: app.dataDir, CHROMIUM: chromium() ?? '', NO_COLOR: '1', FORCE_COLOR: '0' };
      const { code, said } = await capture('node_modules/.bin/playwright', ['test', '-c', 'tests/e2e/playwright.config.ts'], env);
      const stats = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')).stats : { expected: 0, unexpected: 0, flaky: 0 };
      const count = { passed: stats.expected, failed: stats.unexpected + stats.flaky };
      if (code !== 0 && count.failed === 0) count.failed = 1;
      if (count.failed > 0) console.log(said.trimEnd());
      return count;
    } finally {
      const code = await app.stop();
      if (code !== 0) console.log(`The program ended with ${code} when it was asked to stop:\n${app.said()}`);
    }
  },
};

/** Runs checks whose own failure to run is a failure, and never the end of the whole. @param {import('./checks.mjs').Check} check */
const guarded = (check) => ({
  ...check,
  run: () =>
    check.run().catch((error) => {
      console.log(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    }),
});

const total = { passed: 0, failed: 0 };
const add = async (/** @type {import('./checks.mjs').Check[]} */ checks, atOnce = 1) => {
  const { passed, failed } = await runChecks(checks.map(guarded), atOnce);
  total.passed += passed;
  total.failed += failed;
  return failed === 0;
};

await add([...VERIFY, vitest('unit', { TZ: 'America/Los_Angeles' })], 2);
await add([vitest('db')]);
if (await add([build])) await add([e2e]);

console.log(`\n${((performance.now() - began) / 60_000).toFixed(1)} minutes`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
