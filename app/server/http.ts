import { createRequestHandler, type RequestHandler as RemixHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { env } from '~/platform/env.server';
import { logger } from '~/platform/logger.server';
import { readiness } from '~/web/readiness.server';
import { accessLog } from './access-log';
import { dropForgedHeaders, dropUnreadBody, onlyReadable, sameOriginWrites } from './doorkeeper';
import { refuse } from './refusal-page';
import { securityHeaders } from './security';

/** What loaders, actions and the document get besides the request. */
declare module '@remix-run/node' {
  interface AppLoadContext {
    cspNonce?: string;
    requestId?: string;
    clientAddress?: string;
  }
}

interface Options {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Files of the build, or Vite in development. */
  files: RequestHandler[];
  development: boolean;
  /** Handlers that may answer before a page is drawn, such as a cache of anonymous pages. */
  beforePages?: RequestHandler[];
  /** True from the moment the process is asked to stop: balancers then send nobody new. */
  isStopping: () => boolean;
}

/** The whole HTTP side: checks at the door, files, health, then Remix. */
export function createApp({ build, files, development, beforePages = [], isStopping }: Options): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', env.trustProxy);
  app.set('etag', false);
  if (env.trustProxy === false) app.use(dropForgedHeaders);
  app.use(accessLog({ trustIds: env.trustProxy !== false }));
  app.use(securityHeaders({ development, secure: env.cookieSecure }));
  app.use(onlyReadable);
  app.use(dropUnreadBody);

  app.get('/healthz', (_req, res) => void res.set('Cache-Control', 'no-store').json({ status: 'alive' }));
  app.get('/readyz', async (_req, res) => {
    const state = await readiness();
    const ok = state.status !== 'unavailable' && !isStopping();
    res
      .status(ok ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(isStopping() ? { ...state, status: 'stopping' } : state);
  });

  app.use(sameOriginWrites(env.publicUrl));
  app.use(compression());
  for (const handler of [...files, ...beforePages]) app.use(handler);
  app.all('*', pages(build, development));
  app.use(lastResort);
  return app;
}

function pages(build: Options['build'], development: boolean): RemixHandler {
  return createRequestHandler({
    build,
    mode: development ? 'development' : 'production',
    getLoadContext: (req, res) => ({
      cspNonce: String(res.locals.cspNonce),
      requestId: String(res.locals.requestId),
      clientAddress: req.ip ?? '',
    }),
  });
}

/** Express hands over what failed outside Remix: an address that it could not decode is the visitor's mistake, the rest ours. */
const lastResort: ErrorRequestHandler = (error: Error & { status?: number }, _req, res, _next) => {
  const visitors = error.status !== undefined && error.status < 500;
  if (!visitors) logger.error({ event: 'defect', error, reference: res.locals.requestId });
  if (res.headersSent) res.destroy();
  else if (error.status === 404) refuse(res, 404);
  else refuse(res, visitors ? 400 : 500);
};
