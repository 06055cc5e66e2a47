import type { Request, RequestHandler } from 'express';
import { refuse } from './refusal-page';

const READS = new Set(['GET', 'HEAD']);
const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const FORM_LIMIT = 1_000_000;
/** Attachments and workbooks; what a workbook may hold is checked again when it is read. */
const UPLOAD_LIMIT = 12_000_000;
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i;
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded'];

function isReadable(url: string): boolean {
  try {
    const [path = '', query = ''] = url.split('?', 2);
    // A zero byte is text for no database; broken percent-encoding is text for nobody.
    return !`${decodeURIComponent(path)}${decodeURIComponent(query.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))}`.includes('\u0000');
  } catch {
    return false;
  }
}

const hostOf = (req: Request) => {
  const host = req.get('host') ?? '';
  const port = Number(host.match(/:(\d+)$/)?.[1] ?? 80);
  return HOST.test(host) && port > 0 && port < 65_536 ? host : undefined;
};

/** Forms everywhere, JSON at the API; an empty body needs no type. */
function isForm(req: Request): boolean {
  const type = req.get('content-type') ?? '';
  if (Number(req.get('content-length') ?? 0) === 0) return true;
  if (/^application\/json\b/i.test(type)) return req.path.startsWith('/api/');
  return /^application\/x-www-form-urlencoded\b/i.test(type) || /^multipart\/form-data;.*\bboundary=\S/i.test(type);
}

/** Headers that a proxy would set are believed only where a proxy was announced (TRUST_PROXY). */
export const dropForgedHeaders: RequestHandler = (req, _res, next) => {
  for (const name of FORWARDED) delete req.headers[name];
  next();
};

/** Answers requests that no page could read: other methods, broken addresses, bodies too large or of unknown length. */
export const onlyReadable: RequestHandler = (req, res, next) => {
  if (req.method === 'OPTIONS') return void res.set('Allow', 'GET, HEAD, POST, OPTIONS').status(204).end();
  if (!READS.has(req.method) && !WRITES.has(req.method)) return refuse(res, 405);
  if (!hostOf(req) || !req.url.startsWith('/') || !isReadable(req.originalUrl)) return refuse(res, 400);
  if (READS.has(req.method)) return next();
  if (req.headers['transfer-encoding'] !== undefined) return refuse(res, 411);
  if (!isForm(req)) return refuse(res, 415);
  const limit = req.is('multipart/form-data') ? UPLOAD_LIMIT : FORM_LIMIT;
  if (Number(req.headers['content-length'] ?? 0) > limit) return refuse(res, 413);
  next();
};

/** A form of another site cannot act with our visitor's session: browsers say where a request comes from. */
export function sameOriginWrites(publicUrl: string | undefined): RequestHandler {
  const publicHost = publicUrl ? new URL(publicUrl).host : undefined;
  return (req, res, next) => {
    if (READS.has(req.method)) return next();
    const site = req.get('sec-fetch-site');
    if (site !== undefined) return site === 'same-origin' || site === 'none' ? next() : refuse(res, 403);
    const origin = req.get('origin');
    if (origin === undefined) return next(); // not a browser: no session to borrow
    const host = URL.canParse(origin) ? new URL(origin).host : undefined;
    const ours = [req.get('host'), req.app.get('trust proxy') ? req.get('x-forwarded-host') : undefined, publicHost];
    if (host !== undefined && ours.includes(host)) return next();
    refuse(res, 403);
  };
}

/**
 * What a page left unread of a form (a redirect to sign in, say) would stand before the next request on the same
 * connection, which then waits for ever: the rest is read and dropped.
 */
export const dropUnreadBody: RequestHandler = (req, res, next) => {
  res.once('finish', () => {
    if (req.complete) return;
    req.removeAllListeners('data');
    req.resume();
  });
  next();
};
