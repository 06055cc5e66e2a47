import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { anyPort } from '../../app/server/ports.mjs';
import { startTime } from '../../db/processes.mjs';
import { strangersEnvironment } from './support/settings';

// npm start as a stranger uses it, in a data folder of its own. One after the other: each test continues the story.
test.describe.configure({ mode: 'serial', timeout: 180_000 });

let folder: string;
let dataDir: string;
let port: number;
let running: ReturnType<typeof start>;

function start(settings: Record<string, string> = {}) {
  const env = { ...strangersEnvironment(), YUPEI_DATA_DIR: dataDir, PORT: String(port), ...settings };
  const child: ChildProcess = spawn(process.execPath, ['app/server/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part) => {
      said += part;
    });
  }
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  return { child, ended, said: () => said };
}
const ready = () => expect.poll(() => running.said(), { timeout: 150_000 }).toContain('is ready at');
const status = async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
  return answer ? ((await answer.json()) as { status: string }).status : 'no answer';
};
const postmaster = () => Number(fs.readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
const mode = (name: string) => (fs.statSync(path.join(dataDir, name)).mode & 0o777).toString(8);

test.beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yupei-start-'));
  fs.chmodSync(folder, 0o711);
  dataDir = path.join(folder, 'data');
  port = await anyPort();
});
test.afterAll(async () => {
  running.child.kill('SIGTERM');
  await running.ended;
  fs.rmSync(folder, { recursive: true, force: true });
});

test('the first start fills a data folder, keeps its secrets to itself and shows how to sign in', async () => {
  running = start();
  await ready();
  expect(await status()).toBe('ready');
  expect([mode('keys.json'), mode('database.json')]).toEqual(['600', '600']);
  expect(running.said()).toMatch(/demo accounts[\s\S]+动态码/);
});

test('a second start says where the first one runs, and disturbs nothing', async () => {
  const before = postmaster();
  const second = start({ PORT: '' });
  expect(await second.ended).toBe(0);
  expect(second.said()).toContain(`already running at http://127.0.0.1:${port}`);
  expect([await status(), postmaster()]).toEqual(['ready', before]);
});

test('a port that was asked for and is taken is named, and nothing is left behind', async () => {
  const other = path.join(folder, 'other');
  const second = start({ YUPEI_DATA_DIR: other });
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`Port ${port} on 127.0.0.1 is taken`);
  expect(fs.readdirSync(other)).toEqual(['logs']);
});

test('a database that dies is started again under the running program', async () => {
  const before = postmaster();
  process.kill(before, 'SIGKILL');
  await expect.poll(() => running.said(), { timeout: 30_000 }).toContain('PostgreSQL ended');
  await expect.poll(status, { timeout: 30_000 }).toBe('ready');
  expect(postmaster()).not.toBe(before);
});

test('after kill -9 the next start takes over the lock and the database left behind', async () => {
  const left = postmaster();
  running.child.kill('SIGKILL');
  await running.ended;
  expect(startTime(left)).toBeDefined();
  await expect.poll(status, { message: 'web ends with its parent' }).toBe('no answer');
  running = start();
  await ready();
  expect(await status()).toBe('ready');
  expect(startTime(left)).toBeUndefined();
});

test('Ctrl-C ends web, worker and database, and the lock goes with them', async () => {
  const database = postmaster();
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
  expect(await status()).toBe('no answer');
  expect(startTime(database)).toBeUndefined();
  expect(fs.existsSync(path.join(dataDir, 'lock.json'))).toBe(false);
});
