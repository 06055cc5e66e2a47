import fs from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compressFolder } from '~/server/compress.mjs';
import { compressedFiles } from '~/server/compressed-files';

const client = fs.mkdtempSync(path.join(os.tmpdir(), 'yupei-client-'));
const script = `// ${'培训'.repeat(800)}\n`;
let server: Server;
let origin = '';

beforeAll(async () => {
  fs.mkdirSync(path.join(client, 'assets'));
  fs.writeFileSync(path.join(client, 'assets/page-a1.js'), script);
  fs.writeFileSync(path.join(client, 'assets/tiny-b2.js'), 'void 0;');
  fs.writeFileSync(path.join(client, 'secret.txt'), 'no');
  await compressFolder(path.join(client, 'assets'));
  const app = express().use(compressedFiles(client), (_req, res) => void res.status(404).send('next'));
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  fs.rmSync(client, { recursive: true, force: true });
});

const get = (url: string, accept: string) => fetch(origin + url, { headers: { 'Accept-Encoding': accept } });

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['gzip;q=1, br;q=0', 'gzip'],
])('a browser that reads “%s” gets %s, with the type of the script, and may keep it', async (accept, coding) => {
  const answer = await get('/assets/page-a1.js', accept);
  expect(answer.headers.get('Content-Encoding')).toBe(coding);
  expect(answer.headers.get('Content-Type')).toContain('javascript');
  expect(answer.headers.get('Cache-Control')).toContain('immutable');
  expect(answer.headers.get('Vary')).toContain('Accept-Encoding');
  expect(await answer.text()).toBe(script);
  const smaller = fs.readFileSync(path.join(client, `assets/page-a1.js${coding === 'br' ? '.br' : '.gz'}`));
  expect((coding === 'br' ? brotliDecompressSync(smaller) : gunzipSync(smaller)).toString()).toBe(script);
});

test('one that reads neither is left to the plain file', async () => {
  expect(await (await get('/assets/page-a1.js', 'identity')).text()).toBe('next');
});

test.each(['/assets/tiny-b2.js', '/assets/unknown.js', '/assets/..%2Fsecret.txt', '/secret.txt'])('%s has no such copy', async (url) => {
  expect(await (await get(url, 'br')).text()).toBe('next');
});
