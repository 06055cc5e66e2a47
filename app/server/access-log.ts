import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { logger, withRequest } from '~/platform/logger.server';

const GIVEN_ID = /^[\w.-]{8,64}$/;

/** Paths that hold a secret or a personal code are logged by their pattern; queries (names searched for) never. */
const pathFor = (path: string) => path.replace(/^\/verify\/.+/, '/verify/:code');

/** Gives each request its id (a trusted proxy's own, where it sent one) and one line in the log when it is answered. */
export function accessLog({ trustIds }: { trustIds: boolean }): RequestHandler {
  return (req, res, next) => {
    const given = trustIds ? req.get('x-request-id') : undefined;
    const requestId = given && GIVEN_ID.test(given) ? given : randomUUID();
    const from = performance.now();
    const path = pathFor(req.path);
    res.locals.requestId = requestId;
    res.set('X-Request-Id', requestId);
    res.on('close', () => {
      const ms = Math.round((performance.now() - from) * 10) / 10;
      const status = res.writableFinished ? res.statusCode : 499; // the visitor left before the answer
      if (!path.startsWith('/assets/')) logger.info({ event: 'request', requestId, method: req.method, path, status, ms });
    });
    withRequest(requestId, next);
  };
}
