import { Redis } from 'ioredis';
import { describe, expect, test, vi } from 'vitest';
import { aMember, aTrainee } from '#db/seed/builders/accounts';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { dispatchOnce } from '#jobs/dispatcher';
import { processJob } from '#jobs/process-job';
import { openBackend } from '#jobs/queue';
import { missingReceipts } from '#jobs/sweep';
import { startWorker } from '#jobs/worker';
import { retryJob } from '~/domain/job/retry-job.server';
import { appendEvent } from '~/domain/shared/events.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';

const { sql, db, redisUrl } = testDatabase();
const databaseUrl = process.env.DATABASE_URL ?? '';
const ctx = () => ({ actor: { kind: 'system', job: 'test' } as const, now: now() });

async function anApprovedEnrolment() {
  const trainee = await aTrainee(db);
  const row = await anEnrolment(db, { personId: trainee.person.id, status: 'approved' });
  const eventId = await appendEvent(
    { ...ctx(), tx: db },
    {
      name: 'enrolment.approved',
      subject: { type: 'enrolment', id: row.id },
      data: { classId: row.classId, personId: trainee.person.id, unconfirmed: false },
    },
  );
  return { personId: trainee.person.id, eventId };
}

const messagesTo = (personId: string) => sql`select kind from notification where person_id = ${personId}`;
const deliver = (eventId: string, attemptsMade = 0) =>
  processJob({ name: 'messages.deliver', data: { eventId }, attemptsMade, opts: { attempts: 2 } }, 'test');

test('a job that runs twice, and twice at once, has one effect', async () => {
  const { personId, eventId } = await anApprovedEnrolment();
  await Promise.all([deliver(eventId), deliver(eventId)]);
  expect(await deliver(eventId)).toBe('already done');
  expect([...(await messagesTo(personId))]).toEqual([{ kind: 'enrolment_approved' }]);
  expect(await sql`select 1 from job_receipt where event_id = ${eventId} and job_name = 'messages.deliver'`).toHaveLength(1);
});

test('an error half-way leaves no receipt, is tried again, and the last try is given up for the console', async () => {
  const data = { classId: 'x', personId: 'x', unconfirmed: false };
  const eventId = await appendEvent(
    { ...ctx(), tx: db },
    { name: 'enrolment.approved', subject: { type: 'enrolment', id: 'not-an-id' }, data },
  );
  await expect(deliver(eventId, 0)).rejects.toThrow();
  await expect(deliver(eventId, 1)).rejects.toThrow();
  expect(await sql`select 1 from job_receipt where event_id = ${eventId}`).toHaveLength(0);
  const outcomes = await sql`select outcome from job_run where event_id = ${eventId} order by attempt`;
  expect(outcomes.map((row) => row.outcome)).toEqual(['failed', 'given_up']);
});

test('the system administrator asks again for a job that was given up, nobody else may', async () => {
  const { eventId } = await anApprovedEnrolment();
  await sql`insert into job_run (id, job_name, event_id, attempt, worker_id, started_at, outcome) values (gen_random_uuid(), 'messages.deliver', ${eventId}, 8, 'w', now(), 'given_up')`;
  const admin = await aMember(db, 'system_admin');
  const officer = await aMember(db, 'city_officer');
  const asked = { jobName: 'messages.deliver', eventId };
  await expect(retryJob({ actor: officer.actor, now: now() }, asked)).rejects.toMatchObject({ status: 403 });
  await retryJob({ actor: admin.actor, now: now() }, asked);
  const [written] = await sql`select actor, data from event where name = 'job.retried' and subject_id = ${eventId}`;
  expect(written).toEqual({ actor: admin.actor.accountId, data: asked });
  await deliver(eventId);
  await expect(retryJob({ actor: admin.actor, now: now() }, asked)).rejects.toMatchObject({ status: 409 });
  await expect(retryJob({ actor: admin.actor, now: now() }, { ...asked, jobName: 'no.such' })).rejects.toMatchObject({ status: 404 });
});

describe.each([
  ['postgres', undefined],
  ['redis', `${redisUrl}/5`],
])('on %s', (kind, url) => {
  const arrived = async (personId: string) => expect(await messagesTo(personId)).toHaveLength(1);

  test('an event becomes a message without anybody asking, and the worker shows itself alive', async () => {
    const worker = await startWorker({ redisUrl: url, databaseUrl });
    try {
      const { personId } = await anApprovedEnrolment();
      await vi.waitFor(() => arrived(personId), { timeout: 15_000, interval: 50 });
      await vi.waitFor(async () => expect(await sql`select 1 from job_worker where backend = ${kind}`).toHaveLength(1), {
        timeout: 10_000,
        interval: 100,
      });
    } finally {
      await worker.stop();
    }
    expect(await sql`select 1 from job_worker where backend = ${kind}`).toHaveLength(0);
  });

  test('an offer that ran out while no worker ran passes on as soon as one starts', async () => {
    const expired = await anEnrolment(db, { status: 'offered', offerExpiresAt: new Date(now().getTime() - 60_000) });
    const worker = await startWorker({ redisUrl: url, databaseUrl });
    try {
      const status = async () => (await sql`select status from enrolment where id = ${expired.id}`)[0]?.status;
      await vi.waitFor(async () => expect(await status()).toBe('lapsed'), { timeout: 10_000, interval: 50 });
    } finally {
      await worker.stop();
    }
  });

  test('two workers side by side double nothing', async () => {
    const workers = await Promise.all([startWorker({ redisUrl: url, databaseUrl }), startWorker({ redisUrl: url, databaseUrl })]);
    try {
      const people: string[] = [];
      for (let i = 0; i < 10; i++) people.push((await anApprovedEnrolment()).personId);
      await vi.waitFor(() => Promise.all(people.map(arrived)), { timeout: 20_000, interval: 100 });
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
    }
    const [count] =
      await sql`select count(*)::int as n from (select event_id, job_name from job_receipt group by 1, 2 having count(*) > 1) twice`;
    expect(count?.n).toBe(0);
  });
});

test('a Redis that lost its memory loses no work: the sweep knows what left no receipt', async () => {
  const url = `${redisUrl}/6`;
  const redis = new Redis(url);
  const backend = openBackend({ redisUrl: url, databaseUrl });
  const queues = {
    default: backend.queue('default'),
    bulk: backend.queue('bulk'),
    imports: backend.queue('imports'),
    rate: backend.queue('rate'),
  };
  const { personId, eventId } = await anApprovedEnrolment();
  while ((await dispatchOnce(queues)) > 0);
  await redis.flushdb();
  const lost = await missingReceipts(new Date(0), new Date(Date.now() + 365 * 86_400_000));
  expect(lost.map((row) => row.eventId)).toContain(eventId);
  for (const row of lost.filter((each) => each.eventId === eventId))
    await processJob({ name: row.name, data: { eventId }, attemptsMade: 0, opts: {} }, 'test');
  expect(await messagesTo(personId)).toHaveLength(1);
  await Promise.all(Object.values(queues).map((queue) => queue.close()));
  await backend.close();
  redis.disconnect();
});
