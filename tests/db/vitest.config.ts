import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('../..'),
  resolve: { alias: { '~': at('../../app'), '#db': at('../../db'), '#jobs': at('../../jobs') } },
  test: {
    include: ['tests/db/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/database-server.ts'],
    setupFiles: ['tests/support/quiet-console.ts', 'tests/support/clone.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
