import { afterAll, beforeEach, expect, test } from 'vitest';
import { addJobs, dispatchOnce } from '#jobs/dispatcher';
import { type Backend, type JobQueue, openBackend, type QueueName } from '#jobs/queue';
import { missingReceipts } from '#jobs/sweep';
import { newId } from '~/domain/shared/id';
import { testDatabase } from '../../support/database';

const { sql, owner } = testDatabase();

const backend: Backend = openBackend({ databaseUrl: process.env.DATABASE_URL ?? '' });
const queues: Record<QueueName, JobQueue> = {
  default: backend.queue('default'),
  bulk: backend.queue('bulk'),
  imports: backend.queue('imports'),
  rate: backend.queue('rate'),
};

afterAll(async () => {
  await Promise.all(Object.values(queues).map((queue) => queue.close()));
  await backend.close();
});

beforeEach(async () => {
  await Promise.all(Object.values(queues).map((queue) => queue.obliterate({ force: true })));
});

const insertEvent = (on: typeof sql, name: string, id = newId()) =>
  on`insert into event (id, name, subject_type, subject_id, actor_kind, actor, data, at)
     values (${id}, ${name}, 'test', 'x', 'system', 'test', '{}', now()) returning id`.then(() => id);

const waiting = async (name: QueueName) => (await queues[name].getJobs(['waiting', 'prioritized', 'delayed'])).map((job) => job.id);

test('an event that commits late with a lower number is not skipped', async () => {
  const early = await owner().reserve();
  await early`begin`;
  const late = await insertEvent(early as unknown as typeof sql, 'course.submitted');
  const first = await insertEvent(sql, 'course.approved');
  // The later number is committed, the lower one is not: neither is handed out yet.
  expect(await dispatchOnce(queues)).toBe(0);
  await early`commit`;
  early.release();
  expect(await dispatchOnce(queues)).toBe(2);
  expect((await waiting('default')).sort()).toEqual([`messages.deliver.${late}`, `messages.deliver.${first}`].sort());
  expect(await dispatchOnce(queues)).toBe(0);
});

test('an event that was rolled back asks for nothing', async () => {
  await expect(
    sql.begin(async (tx) => {
      await insertEvent(tx as unknown as typeof sql, 'course.submitted');
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  expect(await dispatchOnce(queues)).toBe(0);
  expect(await waiting('default')).toEqual([]);
});

test('two dispatchers at once hand out each event once', async () => {
  const ids = await Promise.all(Array.from({ length: 40 }, () => insertEvent(sql, 'course.returned')));
  const read = await Promise.all([dispatchOnce(queues), dispatchOnce(queues), dispatchOnce(queues)]);
  expect(read.reduce((sum, n) => sum + n)).toBe(40);
  expect((await waiting('default')).sort()).toEqual(ids.map((id) => `messages.deliver.${id}`).sort());
});

test('a queue that refuses leaves the cursor where it was', async () => {
  const id = await insertEvent(sql, 'course.submitted');
  const refusing = { ...queues, default: { addBulk: () => Promise.reject(new Error('down')) } as unknown as JobQueue };
  await expect(dispatchOnce(refusing)).rejects.toThrow('down');
  expect(await dispatchOnce(queues)).toBe(1);
  expect(await waiting('default')).toEqual([`messages.deliver.${id}`]);
});

test('a retry asks again under an id of its own', async () => {
  const id = await insertEvent(sql, 'course.submitted');
  await dispatchOnce(queues);
  const retry = newId();
  await sql`insert into event (id, name, subject_type, subject_id, actor_kind, actor, data, at)
    values (${retry}, 'job.retried', 'event', ${id}, 'user', 'test', ${JSON.stringify({ jobName: 'messages.deliver', eventId: id })}::jsonb, now())`;
  await dispatchOnce(queues);
  expect(await waiting('default')).toContain(`messages.deliver.${id}.${retry}`);
});

test('the sweep finds what was handed out and left no receipt, and nothing else', async () => {
  const lost = await insertEvent(sql, 'course.submitted');
  const done = await insertEvent(sql, 'course.submitted');
  await insertEvent(sql, 'course.drafted'); // nobody subscribes to it
  await dispatchOnce(queues);
  const unread = await insertEvent(sql, 'course.submitted'); // the dispatcher will come to it
  await sql`insert into job_receipt (event_id, job_name, at) values (${done}, 'messages.deliver', now())`;
  await owner()`delete from job_receipt where event_id = ${lost}`;
  const ids = (await missingReceipts(new Date(Date.now() - 60_000), new Date(Date.now() + 60_000))).map((row) => row.eventId);
  expect(ids).toContain(lost);
  expect(ids).not.toContain(done);
  expect(ids).not.toContain(unread);
});

test('work that used up its tries is left to the console', async () => {
  const id = await insertEvent(sql, 'course.submitted');
  await dispatchOnce(queues);
  await sql`insert into job_run (id, job_name, event_id, attempt, worker_id, started_at, outcome) values (${newId()}, 'messages.deliver', ${id}, 8, 'w', now(), 'given_up')`;
  const ids = (await missingReceipts(new Date(Date.now() - 60_000), new Date(Date.now() + 60_000))).map((row) => row.eventId);
  expect(ids).not.toContain(id);
});

test('a job that is added again while it waits stands once in the queue', async () => {
  const eventId = newId();
  const job = { name: 'messages.deliver' as const, eventId, jobId: `messages.deliver.${eventId}` };
  await addJobs(queues, [job]);
  await addJobs(queues, [job]);
  expect(await waiting('default')).toEqual([job.jobId]);
});
