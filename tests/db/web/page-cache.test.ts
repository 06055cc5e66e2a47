import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '~/server/http';
import { listen } from '~/server/listen';
import { clearPages, pageCache, pageKey, startPageCache } from '~/web/page-cache.server';
import { testDatabase } from '../../support/database';

const { sql } = testDatabase();
let served: Awaited<ReturnType<typeof listen>>;
let port = 0;
let drawn = 0;
let extra: Record<string, string> = {};
let during: () => void | Promise<void> = () => {};

beforeAll(async () => {
  const pages = express.Router();
  pages.all('*', async (req, res) => {
    drawn += 1;
    await during();
    const nonce = String(res.locals.cspNonce);
    res.set(extra);
    if (req.path === '/courses/missing') res.status(404);
    res.write(`<!doctype html><html data-request="${res.locals.requestId}"><script nonce="${nonce}">1</script>`);
    res.end(`<p>${drawn} ${req.get('cookie') ?? ''}</p><script nonce="${nonce}">2</script></html>`);
  });
  const build = () => Promise.reject<ServerBuild>(new Error('no page is drawn here'));
  const html = (_req: express.Request, res: express.Response, next: express.NextFunction) => {
    res.type('html');
    next();
  };
  const app = createApp({ build, files: [], beforePages: [html, pageCache, pages], development: false, isStopping: () => false });
  served = await listen(app, 0, '127.0.0.1');
  port = (served.http.address() as AddressInfo).port;
  startPageCache();
  // Kept from the moment that changes are heard.
  for (let kept = false; !kept; ) {
    const [one, two] = [await ask('/'), await ask('/')];
    kept = one.page === two.page;
  }
});
afterAll(() => served.http.close());
beforeEach(() => {
  clearPages();
  [drawn, extra, during] = [0, {}, () => {}];
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; body: string; page: string; nonce: string; headers: http.IncomingHttpHeaders }>((resolve, reject) => {
    const request = http.request({ port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () => {
        const nonce = /'nonce-([^']+)'/.exec(String(response.headers['content-security-policy']))?.[1] ?? '';
        resolve({ status: response.statusCode ?? 0, body, page: /<p>(.*)<\/p>/.exec(body)?.[1] ?? '', nonce, headers: response.headers });
      });
    });
    request.on('error', reject).end();
  });

test('a second visitor gets the same page with a nonce and request id of her own', async () => {
  const [first, second] = [await ask('/'), await ask('/')];
  expect(drawn).toBe(1);
  expect(second.page).toBe(first.page);
  expect(second.nonce).not.toBe(first.nonce);
  expect(second.body).toBe(
    first.body.replaceAll(first.nonce, second.nonce).replace(String(first.headers['x-request-id']), String(second.headers['x-request-id'])),
  );
  expect(second.body).not.toContain(first.nonce);
  expect(second.headers).toMatchObject({ 'cache-control': 'private, no-cache', vary: expect.stringContaining('Cookie') });
});

describe('never kept and never answered from the cache', () => {
  test.each<[string, string, Record<string, string>, string?]>([
    ['somebody signed in', '/', { cookie: 'sid=abc' }],
    ['a toast', '/', { cookie: 'lng=en; toast=x' }],
    ['a cookie that nobody knows', '/', { cookie: 'other=1' }],
    ['a form', '/', {}, 'POST'],
    ['another page', '/sign-in', {}],
    ['a certificate', '/verify/7K2M9P-QXV4TB-3HNC8W', {}],
    ['a code that was typed', '/verify?code=x', {}],
    ['data of a page', '/courses.data', {}],
    ['a search too long', `/courses?q=${'x'.repeat(400)}`, {}],
    ['parameters beyond number', `/courses?${Array.from({ length: 20 }, (_, n) => `p${n}=1`).join('&')}`, {}],
  ])('%s', async (_, path, headers, method) => {
    await ask('/');
    drawn = 0;
    await ask(path, headers, method);
    await ask(path, headers, method);
    expect(drawn).toBe(2);
  });

  test('errors, and pages that set a cookie or forbid it', async () => {
    const unfit: Record<string, string>[] = [
      { 'Set-Cookie': 'toast=; Max-Age=0' },
      { 'Cache-Control': 'no-store' },
      { 'Content-Type': 'application/json' },
    ];
    for (const more of unfit) {
      extra = more;
      drawn = 0;
      await ask('/');
      await ask('/');
      expect(drawn, JSON.stringify(more)).toBe(2);
      clearPages();
    }
    extra = {};
    drawn = 0;
    for (let i = 0; i < 2; i++) expect((await ask('/courses/missing')).status).toBe(404);
    expect(drawn).toBe(2);
  });
});

test('language, type size, host and search each have pages of their own; the order of a search does not matter', async () => {
  for (const cookie of ['', 'lng=en', 'type=large', 'lng=en; type=large']) await ask('/', { cookie });
  await ask('/', { host: 'other.example' });
  expect(drawn).toBe(5);
  await ask('/', { cookie: 'type=large; lng=en' });
  expect(drawn).toBe(5);
  await ask('/courses?q=a&district=110105');
  await ask('/courses?district=110105&q=a');
  await ask('/courses?q=b');
  expect(drawn).toBe(7);
});

test('a forged host makes a key of its own, so that nobody else gets its page', () => {
  const request = { method: 'GET', path: '/', originalUrl: '/', protocol: 'http', hostname: 'a', headers: { host: 'a' } };
  expect(pageKey(request)).not.toBe(pageKey({ ...request, headers: { host: 'evil' } }));
  expect(pageKey(request)).not.toBe(pageKey({ ...request, headers: { host: 'a', 'x-forwarded-host': 'evil' } }));
});

test('sixteen visitors at once draw one page', async () => {
  during = () => new Promise((resolve) => setImmediate(resolve));
  const answers = await Promise.all(Array.from({ length: 16 }, () => ask('/counting')));
  expect(drawn).toBe(1);
  expect(new Set(answers.map((answer) => answer.nonce)).size).toBe(16);
  for (const { body, nonce } of answers) expect(body.split(nonce)).toHaveLength(3);
});

test('a page drawn while something changed is not kept', async () => {
  during = () => clearPages();
  await ask('/');
  during = () => {};
  await ask('/');
  expect(drawn).toBe(2);
});

test('an event written by any process makes pages new', async () => {
  const before = await ask('/');
  await sql`select pg_notify('event', '')`;
  for (let page = before.page; page === before.page; ) page = (await ask('/')).page;
  expect(drawn).toBe(2);
});
