import { expect, test, vi } from 'vitest';
import { dispatchOnce, startDispatcher } from '#jobs/dispatcher';
import { openBackend } from '#jobs/queue';
import { operation } from '~/domain/shared/operation.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';

const { sql } = testDatabase();

const EVENTS = 300;

test('dispatchers that run side by side, stop and begin again hand out every event once', async () => {
  const backend = openBackend({ databaseUrl: process.env.DATABASE_URL ?? '' });
  const queues = {
    default: backend.queue('default'),
    bulk: backend.queue('bulk'),
    imports: backend.queue('imports'),
    rate: backend.queue('rate'),
  };
  const errors: unknown[] = [];
  const start = () => startDispatcher(queues, (error) => errors.push(error));
  while ((await dispatchOnce(queues)) > 0);
  await Promise.all(Object.values(queues).map((queue) => queue.drain()));

  const written: string[] = [];
  const write = async () => {
    const ctx = { actor: { kind: 'system', job: 'test' } as const, now: now() };
    written.push(
      await operation(ctx, 'notification.sent', (op) => op.record({ subject: { type: 'test', id: 'x' }, data: { notifications: 0 } })),
    );
  };
  let running = [start(), start()];
  for (let at = 0; at < EVENTS; at += 10) {
    await Promise.all(Array.from({ length: 10 }, write));
    if (at % 60 !== 50) continue;
    // One is stopped while the other reads; then a new one takes its place.
    const [first, second] = running;
    await first?.stop();
    running = second ? [second, start()] : [start()];
  }
  const handedOut = async () => (await queues.default.getJobs(['waiting'], 0, -1)).map((job) => job.data.eventId);
  await vi.waitFor(async () => expect(await handedOut()).toHaveLength(EVENTS), { timeout: 20_000, interval: 50 });
  expect((await handedOut()).sort()).toEqual([...written].sort());
  await Promise.all(running.map((dispatcher) => dispatcher.stop()));
  expect(errors).toEqual([]);
  const [behind] = await sql`select count(*)::int as n from event e, dispatcher_cursor c where (e.txid, e.seq) > (c.txid, c.seq)`;
  expect(behind?.n).toBe(0);
  await Promise.all(Object.values(queues).map((queue) => queue.close()));
  await backend.close();
}, 60_000);
