import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import express from 'express';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '~/server/http';
import { listen } from '~/server/listen';
import { testDatabase } from '../../support/database';

testDatabase();
let served: Awaited<ReturnType<typeof listen>>;
let port = 0;
let stopping = false;
let begun: (finish: () => void) => void = () => {};

beforeAll(async () => {
  const pages = express.Router();
  pages.all('/slow', (_req, res) => {
    begun(() => res.send('done'));
  });
  pages.all('/fails', () => {
    throw new Error('a secret detail');
  });
  pages.post('/half-read', (req, res) => {
    req.once('data', () => {
      req.pause();
      res.send('enough');
    });
  });
  pages.all('*', (req, res) => void res.json({ host: req.get('host'), forwarded: req.get('x-forwarded-host') ?? null }));
  const app = createApp({
    build: () => Promise.reject<ServerBuild>(new Error('no page is drawn here')),
    files: [],
    beforePages: [pages],
    development: false,
    isStopping: () => stopping,
  });
  served = await listen(app, 0, '127.0.0.1');
  port = (served.http.address() as AddressInfo).port;
});

interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** Sends the path as it stands: fetch would mend it first. */
const ask = (
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
    agent,
  }: { method?: string; headers?: Record<string, string>; body?: string; agent?: http.Agent } = {},
) =>
  new Promise<Answer>((resolve, reject) => {
    const sized = body && !headers['Transfer-Encoding'] ? { 'Content-Length': String(Buffer.byteLength(body)) } : {};
    const request = http.request({ port, path, method, agent, headers: { ...sized, ...headers } }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.on('error', reject).end(body);
  });

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

test.each([
  ['broken percent-encoding', '/%E0%A4%A', {}, 400],
  ['a zero byte in the path', '/a%00b', {}, 400],
  ['a zero byte in the query', '/?q=%00', {}, 400],
  ['a lone percent sign in the query is a search like any other', '/?q=50%', {}, 200],
  ['a port that cannot be', '/', { headers: { Host: 'x:99999' } }, 400],
  ['a host that is none', '/', { headers: { Host: 'a b' } }, 400],
  ['a method of another protocol', '/', { method: 'PROPFIND' }, 405],
  ['a body without length', '/', { method: 'POST', headers: { ...form, 'Transfer-Encoding': 'chunked' }, body: 'a=1' }, 411],
  ['a form beyond 1 MB', '/', { method: 'POST', headers: form, body: 'a'.repeat(1_000_001) }, 413],
  ['JSON to a page', '/', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }, 415],
  ['JSON to the API', '/api/v1/x', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }, 200],
  ['an upload without boundary', '/', { method: 'POST', headers: { 'Content-Type': 'multipart/form-data' }, body: 'a' }, 415],
] as const)('%s', async (_name, path, options, status) => {
  const answer = await ask(path, options);
  expect(answer.status).toBe(status);
  if (status >= 400) expect(answer.body).toMatch(/[。？]/);
});

test.each([
  ['no browser', {}, 200],
  ['our own page', { 'Sec-Fetch-Site': 'same-origin' }, 200],
  ['another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['a neighbour on the same domain', { 'Sec-Fetch-Site': 'same-site' }, 403],
  ['an old browser on another site', { Origin: 'https://elsewhere.example' }, 403],
  ['a hidden origin', { Origin: 'null' }, 403],
] as const)('a form from %s', async (_name, headers, status) => {
  expect((await ask('/', { method: 'POST', headers: { ...form, ...headers }, body: 'a=1' })).status).toBe(status);
});

test('an old browser on our own page may write', async () => {
  const headers = { ...form, Origin: `http://127.0.0.1:${port}`, Host: `127.0.0.1:${port}` };
  expect((await ask('/', { method: 'POST', headers, body: 'a=1' })).status).toBe(200);
});

test('headers of a proxy that nobody announced are not believed', async () => {
  const { body } = await ask('/', { headers: { 'X-Forwarded-Host': 'evil.example', 'X-Request-Id': 'chosen-by-me' } });
  expect(JSON.parse(body).forwarded).toBeNull();
});

test('every answer carries its own nonce, its id and the security headers', async () => {
  const [one, two] = [await ask('/'), await ask('/%E0', { headers: { 'X-Request-Id': 'chosen-by-me' } })];
  const nonce = (answer: Answer) => /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1];
  expect(nonce(one)).toMatch(/^.{24}$/);
  expect(nonce(two)).not.toBe(nonce(one));
  for (const { headers } of [one, two]) {
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['x-powered-by']).toBeUndefined();
  }
});

test('a form that a page does not read to its end leaves the connection free for the next request', async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const half = await ask('/half-read', { method: 'POST', headers: form, body: 'a'.repeat(900_000), agent });
  expect(half.body).toBe('enough');
  expect((await ask('/next', { agent })).status).toBe(200);
  agent.destroy();
});

test('a defect shows its reference number and nothing of its cause', async () => {
  const { status, body, headers } = await ask('/fails');
  expect(status).toBe(500);
  expect(body).toContain(String(headers['x-request-id']));
  expect(body).not.toContain('secret');
});

test('the process says that it lives, and whether it should be sent visitors', async () => {
  expect(JSON.parse((await ask('/healthz')).body)).toEqual({ status: 'alive' });
  expect((await ask('/readyz')).status).toBe(200);
  stopping = true;
  const { status, body } = await ask('/readyz');
  stopping = false;
  expect([status, JSON.parse(body).status]).toEqual([503, 'stopping']);
});

test('a request under way is finished while the server drains, and no new one is taken', async () => {
  const under = new Promise<() => void>((resolve) => {
    begun = resolve;
  });
  const slow = ask('/slow');
  const finish = await under;
  const drained = served.drain();
  await expect(ask('/')).rejects.toThrow(/ECONNREFUSED/);
  finish();
  expect((await slow).body).toBe('done');
  await drained;
});
