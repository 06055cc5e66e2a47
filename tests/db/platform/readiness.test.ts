import { expect, test } from 'vitest';
import { readiness } from '~/web/readiness.server';
import { testDatabase } from '../../support/database';

const { owner } = testDatabase();

test('without a worker the program is degraded, and says that jobs wait', async () => {
  expect(await readiness()).toMatchObject({ status: 'degraded', database: { ok: true }, queue: { ok: false, workers: 0 } });
});

test('a fresh heartbeat makes it ready, an old one does not', async () => {
  const beat = (id: string, age: string) => owner()`
    insert into job_worker (worker_id, started_at, seen_at, backend, queue)
    values (${id}, now(), now() - ${age}::interval, 'postgres', '{"waiting": 3, "active": 1, "delayed": 0, "failed": 2}')`;
  await beat('dead', '1 minute');
  expect((await readiness()).status).toBe('degraded');
  await beat('alive', '1 second');
  expect(await readiness()).toMatchObject({
    status: 'ready',
    queue: { ok: true, backend: 'postgres', workers: 1, waiting: 3, active: 1, failed: 2 },
  });
});
