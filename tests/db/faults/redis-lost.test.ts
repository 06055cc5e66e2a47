import { Redis } from 'ioredis';
import { beforeAll, expect, test, vi } from 'vitest';
import { dispatchOnce } from '#jobs/dispatcher';
import { openBackend } from '#jobs/queue';
import { requestEnrolment } from '~/domain/enrolment/request-enrolment.server';
import { verifySeats } from '~/domain/enrolment/verify-seats.server';
import { setClock, testDatabase } from '../../support/database';
import { aSeatScene, aStudent, asking } from '../../support/seat-scenes';
import { startRedis } from '../../support/servers';
import { contextOf } from '../../support/seven-questions';
import { workerProcess } from '../../support/worker-process';

const { db, sql } = testDatabase();
const soon = { timeout: 60_000, interval: 100 };
const MINUTE = 60_000;

let redis: Awaited<ReturnType<typeof startRedis>>;
beforeAll(async () => {
  redis = await startRedis();
  return () => redis.stop();
});

/** So many students enrol; `ago` is how long that has been, for the sweep leaves what is on its way alone. */
async function enrol(classId: string, count: number, ago = 0) {
  const places = await Promise.all(
    Array.from({ length: count }, async () => {
      const { actor } = await aStudent(db);
      return requestEnrolment({ ...contextOf(actor), now: new Date(Date.now() - ago) }, asking(classId));
    }),
  );
  return places.map((place) => place.id);
}

/** Enrolments whose message was delivered, with how many messages there are and how many readers. */
const delivered = (enrolments: string[]) => sql`
  select e.subject_id as id, count(n.id)::int as messages, count(distinct (n.kind, n.person_id, n.organisation_id))::int as readers
  from event e join job_receipt r on r.event_id = e.id and r.job_name = 'messages.deliver'
  left join notification n on n.event_id = e.id
  where e.name = 'enrolment.requested' and e.subject_id = any(${enrolments}) group by 1`;

/** Everybody was told, nobody twice. */
async function expectDelivered(enrolments: string[]) {
  await vi.waitFor(async () => expect(await delivered(enrolments)).toHaveLength(enrolments.length), soon);
  for (const row of await delivered(enrolments)) {
    expect(row.messages).toBeGreaterThan(0);
    expect(row.messages).toBe(row.readers);
  }
}

test('Redis goes away, comes back empty, is flushed with jobs in it: people enrol meanwhile, and every message arrives once', async () => {
  setClock(new Date());
  const { group } = await aSeatScene(db, { capacity: 100 });
  const settings = { REDIS_URL: redis.url };
  const worker = workerProcess(settings);
  const first = await enrol(group.id, 5);
  await expectDelivered(first);

  await redis.stop();
  const meanwhile = await enrol(group.id, 8);
  expect(await delivered(meanwhile)).toHaveLength(0);
  redis = await startRedis(redis.port);
  await expectDelivered(meanwhile);
  expect(worker.runs()).toBe(true);
  // The timetable was lost with the rest, and is there again.
  await vi.waitFor(async () => expect(await timetable()).toBeGreaterThan(5), soon);

  await worker.stop();
  const lost = await enrol(group.id, 8, 2 * MINUTE);
  await handOut();
  await flush();
  const another = workerProcess(settings);
  await expectDelivered(lost);
  await another.stop();

  const { found } = await verifySeats({ actor: { kind: 'system', job: 'test' }, now: new Date() });
  expect(found).toEqual([]);
  const [held] = await sql`select seats_taken as n from training_class where id = ${group.id}`;
  expect(held?.n).toBe(first.length + meanwhile.length + lost.length);
}, 240_000);

/** The dispatcher alone: the jobs of what happened are in the queue, and nobody works there. */
async function handOut() {
  const backend = openBackend({ redisUrl: redis.url, databaseUrl: '' });
  const queues = {
    default: backend.queue('default'),
    bulk: backend.queue('bulk'),
    imports: backend.queue('imports'),
    rate: backend.queue('rate'),
  };
  await queues.default.waitUntilReady();
  while ((await dispatchOnce(queues)) > 0);
  expect(await queues.default.getWaitingCount()).toBeGreaterThan(0);
  await Promise.all(Object.values(queues).map((queue) => queue.close()));
  await backend.close();
}

async function onRedis(work: (connection: Redis) => Promise<unknown>) {
  const connection = new Redis(redis.url);
  try {
    return await work(connection);
  } finally {
    connection.disconnect();
  }
}
const flush = () => onRedis((connection) => connection.flushall());
const timetable = () => onRedis((connection) => connection.zcard('bull:default:repeat'));
