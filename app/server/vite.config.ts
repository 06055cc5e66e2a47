// Bundles the Node entries. Packages stay outside the bundle: bullmq and pg load parts of themselves by require.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('../..'),
  publicDir: false,
  resolve: { alias: { '~': at('..'), '#db': at('../../db'), '#jobs': at('../../jobs') } },
  build: {
    ssr: true,
    outDir: 'build/node',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: { web: at('./web.ts'), worker: at('../../jobs/main.ts'), migrate: at('../../jobs/migrate.ts'), seed: at('./seed.ts') },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
