import type { Request, RequestHandler, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { sql } from '#db/client';
import { logger } from '~/platform/logger.server';

/** Pages that look the same to every visitor, without and with a search; anything else is drawn for each request. */
const PAGES = [
  /^\/$/,
  /^\/courses(\/[\w-]+)?$/,
  /^\/classes\/[\w-]+$/,
  /^\/(counting|institutions|verify|site-map|accessibility|privacy)$/,
];
const PAGES_WITH_SEARCH = [/^\/$/, /^\/courses$/, /^\/institutions$/];
/** Cookies that the key accounts for. With any other (a session, a toast) the page may be somebody's own. */
const SHARED_COOKIES = new Set(['lng', 'type']);
const MAX_SEARCH = 300;
const MAX_PARAMETERS = 12;
/** Longest time that a page may be behind when a notification was lost. */
const TTL_MS = 30_000;
/** Under a rush of events pages are drawn anew once in this time, not at each of them. */
const CLEAR_EVERY_MS = 300;
const MAX_BYTES = 48 * 1024 * 1024;
const MAX_PAGE_BYTES = 2 * 1024 * 1024;

/** HTML cut at each place where the answer's own nonce and request id stood. */
interface CachedPage {
  parts: { text: string; followedBy: 'nonce' | 'requestId' | null }[];
  bytes: number;
}

const pages = new LRUCache<string, CachedPage>({ max: 2_000, maxSize: MAX_BYTES, sizeCalculation: (page) => page.bytes, ttl: TTL_MS });
const drawing = new Map<string, Promise<void>>();
let generation = 0;
/** Nothing is kept before changes can be heard. */
let listening = false;

/** Forgets every page; a page that is being drawn meanwhile is not kept. */
export function clearPages(): void {
  generation += 1;
  pages.clear();
}

/** What an answer depends on, or null when it must not be shared. */
export function pageKey(req: Pick<Request, 'method' | 'path' | 'originalUrl' | 'headers' | 'protocol' | 'hostname'>): string | null {
  const query = req.originalUrl.split('?').slice(1).join('?');
  const allowed = query === '' ? PAGES : PAGES_WITH_SEARCH;
  if (req.method !== 'GET' || !allowed.some((page) => page.test(req.path))) return null;
  const cookies = (req.headers.cookie ?? '').split(';').flatMap((pair) => pair.trim() || []);
  if (cookies.some((pair) => !SHARED_COOKIES.has(pair.split('=')[0] ?? ''))) return null;
  if (req.headers.range !== undefined || req.headers.authorization !== undefined) return null;
  const search = new URLSearchParams(query);
  if (query.length > MAX_SEARCH || search.size > MAX_PARAMETERS) return null;
  search.sort();
  const { host = '', 'x-forwarded-host': forwarded = '' } = req.headers;
  return JSON.stringify([req.protocol, req.hostname, host, forwarded, req.path, search.toString(), cookies.sort()]);
}

/** Answers anonymous visitors with pages drawn before, each with a nonce and request id of its own. */
export const pageCache: RequestHandler = async (req, res, next) => {
  const key = listening ? pageKey(req) : null;
  if (key === null) return next();
  for (;;) {
    const known = pages.get(key);
    if (known) return send(res, known);
    const other = drawing.get(key);
    if (!other) break;
    await other;
    // It was not worth keeping, or is outdated already: whoever waited draws her own.
    if (!pages.has(key)) break;
  }
  keep(key, res);
  next();
};

/** Lets the answer pass and keeps it when it is a whole, ordinary page. */
function keep(key: string, res: Response): void {
  const drawnIn = generation;
  const chunks: Buffer[] = [];
  let done = () => {};
  drawing.set(key, new Promise((resolve) => (done = resolve)));
  const collect = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as Uint8Array));
  };
  const { write, end } = res;
  res.write = ((...args: Parameters<Response['write']>) => {
    collect(args[0]);
    return write.apply(res, args);
  }) as Response['write'];
  res.end = ((...args: Parameters<Response['end']>) => {
    collect(args[0]);
    return end.apply(res, args);
  }) as Response['end'];
  res.once('close', () => {
    const page =
      res.writableFinished && drawnIn === generation && isShareable(res) ? cut(Buffer.concat(chunks).toString('utf8'), res) : null;
    if (page && page.bytes <= MAX_PAGE_BYTES) pages.set(key, page);
    drawing.delete(key);
    done();
  });
}

const isShareable = (res: Response): boolean =>
  res.statusCode === 200 &&
  String(res.getHeader('Content-Type')).startsWith('text/html') &&
  res.getHeader('Set-Cookie') === undefined &&
  !/no-store|private/.test(String(res.getHeader('Cache-Control') ?? ''));

/** Null for a page that does not hold its nonce: then it is not known how to give it another one. */
function cut(html: string, res: Response): CachedPage | null {
  const byNonce = html.split(String(res.locals.cspNonce));
  if (byNonce.length < 2) return null;
  const parts = byNonce.flatMap((piece, index): CachedPage['parts'] => {
    const byId = piece.split(String(res.locals.requestId));
    return byId.map((text, at) => ({ text, followedBy: at < byId.length - 1 ? 'requestId' : index < byNonce.length - 1 ? 'nonce' : null }));
  });
  return { parts, bytes: Buffer.byteLength(html) };
}

function send(res: Response, page: CachedPage): void {
  const own = { nonce: String(res.locals.cspNonce), requestId: String(res.locals.requestId) };
  const html = page.parts.map(({ text, followedBy }) => (followedBy === null ? text : text + own[followedBy])).join('');
  // Nobody behind us may keep it: its nonce is good for one answer.
  res.status(200).set({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-cache' }).vary('Cookie').end(html);
}

const RETRY_MS = 5_000;

/** Begins to keep pages, and draws them anew after anything was written to the event log, by whatever process. */
export function startPageCache(): void {
  let due: NodeJS.Timeout | undefined;
  let clearedAt = 0;
  const clear = () => {
    due = undefined;
    clearedAt = Date.now();
    clearPages();
  };
  const changed = () => {
    if (due) return;
    const wait = clearedAt + CLEAR_EVERY_MS - Date.now();
    if (wait <= 0) clear();
    else due = setTimeout(clear, wait).unref();
  };
  // On each new connection, too: what happened meanwhile was not heard.
  const connected = () => {
    listening = true;
    clear();
  };
  sql.listen('event', changed, connected).catch((error: Error) => {
    logger.warn({ event: 'pages.not_cached', error });
    setTimeout(startPageCache, RETRY_MS).unref();
  });
}
