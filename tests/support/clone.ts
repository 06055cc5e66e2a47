import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import postgres from 'postgres';
import { afterAll, beforeEach, inject } from 'vitest';

// Runs before each test file is read: its own copy of the migrated database, under the program's own login.
const { user, password } = inject('login');
// Each worker has a Postgres and a Redis database to itself: see database-server.ts.
const worker = Number(process.env.VITEST_POOL_ID ?? 1) - 1;
const adminUrls = inject('adminUrls');
const adminUrl = adminUrls[worker % adminUrls.length] ?? '';
const redisUrl = `${inject('redisUrl')}/${worker}`;
const name = `t_${randomBytes(6).toString('hex')}`;
const at = (database: string, login?: { user: string; password: string }) => {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (login) Object.assign(url, { username: login.user, password: login.password });
  return url.href;
};

const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
await admin.unsafe(`create database ${name} template ${inject('template')}`);
const redis = new Redis(redisUrl);
await redis.flushdb();
redis.disconnect();

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'yupei-files-'));

Object.assign(process.env, {
  YUPEI_DATA_DIR: dataDir,
  DATABASE_URL: at(name, { user, password }),
  DATABASE_OWNER_URL: at(name),
  TEST_REDIS_URL: redisUrl,
  LOG_LEVEL: 'silent',
  YUPEI_DEMO: '0',
  COOKIE_SECURE: '0',
  FIELD_KEY: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
  HASH_KEY: Buffer.alloc(32, 2).toString('base64'),
  SESSION_KEY: Buffer.alloc(32, 3).toString('base64'),
});

const { freezeClock } = await import('~/platform/clock.server');
const { START } = await import('./start');
beforeEach(() => freezeClock(START));

afterAll(async () => {
  const { closeDb } = await import('#db/client');
  await closeDb();
  await admin.unsafe(`drop database ${name} with (force)`);
  await admin.end();
  fs.rmSync(dataDir, { recursive: true, force: true });
});
