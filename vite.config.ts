import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import presetMantine from 'postcss-preset-mantine';
import simpleVars from 'postcss-simple-vars';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

// v3_singleFetch changes the types of loaders and actions; this is its documented switch.
declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const breakpoints = { xs: '36em', sm: '48em', md: '62em', lg: '75em', xl: '88em' };

export default defineConfig({
  // The plugin needs the Remix command line's build context, which Vitest does not give.
  plugins: [!process.env.VITEST && remix(remixConfig)],
  resolve: { alias: { '~': at('./app'), '#db': at('./db'), '#jobs': at('./jobs') } },
  css: {
    postcss: {
      plugins: [
        presetMantine(),
        simpleVars({
          variables: Object.fromEntries(Object.entries(breakpoints).map(([name, width]) => [`mantine-breakpoint-${name}`, width])),
        }),
      ],
    },
  },
  // The manifest tells the server which files hold the words of a page.
  build: { target: 'es2022', sourcemap: false, manifest: true, chunkSizeWarningLimit: 1200 },
  // Mantine is hundreds of small files: bundled, the server starts in half the time.
  ssr: { noExternal: [/^@mantine\//] },
});
