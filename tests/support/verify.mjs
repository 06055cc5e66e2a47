// npm run verify: everything that needs no database, in under a minute.
import { pathToFileURL } from 'node:url';
import { runChecks, tool, vitest } from './checks.mjs';
import { brokenPaths } from './doc-paths.mjs';

const SOURCES = ['app', 'db', 'jobs', 'tests', 'vite.config.ts', 'remix.config.js', 'drizzle.config.ts'];

/** @type {import('./checks.mjs').Check[]} */
export const VERIFY = [
  tool('types', 'tsc', ['--noEmit', '--pretty', 'false', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/verify.tsbuildinfo']),
  vitest('unit'),
  tool('import zones', 'depcruise', ['--config', 'tests/support/import-zones.mjs', ...SOURCES]),
  tool('dead code', 'knip', ['--no-progress']),
  tool('format and lint', 'biome', ['check', '--error-on-warnings', '--max-diagnostics=12', '.']),
  {
    name: 'document paths',
    run: async () => {
      const broken = brokenPaths(process.cwd());
      if (broken.length > 0) console.log(broken.join('\n'));
      return broken.length > 0 ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 };
    },
  },
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const from = performance.now();
  const { failed } = await runChecks(VERIFY, 2);
  console.log(`\n${failed > 0 ? `${failed} failed` : 'all green'} in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  process.exitCode = failed > 0 ? 1 : 0;
}
