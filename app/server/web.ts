// First, so that the process says which settings are missing before anything needs them.
import '~/platform/keys.server';

import type { ServerResponse } from 'node:http';
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import express from 'express';
import { closeDb } from '#db/client';
import { env, refuseToStart } from '~/platform/env.server';
import { logger } from '~/platform/logger.server';
import { onShutdown } from '~/platform/shutdown.server';
import { pageCache, startPageCache } from '~/web/page-cache.server';
import { compressedFiles } from './compressed-files';
import { createApp } from './http';
import { listen } from './listen';

// npm run web: any number of these may run side by side.
const client = path.resolve('build/client');
const build = (await import(/* @vite-ignore */ path.resolve('build/server/index.js'))) as ServerBuild;
let stopping = false;

/** Names under assets/ change with their content: a browser need never ask again. */
function keepAssets(res: ServerResponse, file: string) {
  if (file.startsWith(path.join(client, 'assets'))) res.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
}

const app = createApp({
  build,
  development: false,
  files: [compressedFiles(client), express.static(client, { maxAge: '1h', index: false, redirect: false, setHeaders: keepAssets })],
  beforePages: [pageCache],
  isStopping: () => stopping,
});
startPageCache();
const server = await listen(app, env.port, env.host).catch((error: NodeJS.ErrnoException) =>
  refuseToStart(error.code === 'EADDRINUSE' ? `Port ${env.port} on ${env.host} is taken by another program.` : String(error)),
);
logger.info({ event: 'web.started', host: env.host, port: env.port });

onShutdown(async () => {
  stopping = true;
  await server.drain();
  await closeDb();
});
