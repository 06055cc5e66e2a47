import { afterAll, expect, test, vi } from 'vitest';
import { workerProcess } from '../../support/worker-process';

// A Postgres of this file's own, which may be killed. Everything that opens a connection is imported after its address is known.
const place = await vi.hoisted(async () => {
  const { migratedDatabase, startTestPostgres, temporaryFolder } = await import('../../support/servers');
  const { folder, remove } = temporaryFolder();
  const server = await startTestPostgres({ folder, throwAway: false });
  const { url, ownerUrl } = await migratedDatabase(server, 'crash');
  Object.assign(process.env, { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl });
  return { folder, remove, server, start: () => startTestPostgres({ folder, port: server.port, throwAway: false }) };
});
const { requestEnrolment } = await import('~/domain/enrolment/request-enrolment.server');
const { verifySeats } = await import('~/domain/enrolment/verify-seats.server');
const { closeDb, db, sql } = await import('#db/client');
const { aSeatScene, aStudent, asking } = await import('../../support/seat-scenes');
const { setClock } = await import('../../support/database');

let { server } = place;
const crash = async () => {
  // No checkpoint and no goodbye: what is not in the log on disk is gone.
  process.kill(server.pid, 'SIGQUIT');
  await server.ended;
};
afterAll(async () => {
  await closeDb();
  await server.stop();
  place.remove();
});

const PEOPLE = 160;
const SEATS = 60;
const CONCURRENCY = 12;

test('Postgres dies under a rush and comes back: connections recover, what was acknowledged is there, nothing is doubled', async () => {
  setClock(new Date());
  const { group } = await aSeatScene(db, { capacity: SEATS });
  const people: Awaited<ReturnType<typeof aStudent>>[] = [];
  for (let n = 0; n < PEOPLE; n++) people.push(await aStudent(db));
  const worker = workerProcess();
  await vi.waitFor(async () => expect(await sql`select 1 from job_worker`).toHaveLength(1), { timeout: 60_000, interval: 100 });

  const acknowledged = new Map<string, string>();
  let failures = 0;
  /** As a person would: an error is answered by pressing the button again. */
  const enrol = async ({ actor, person }: (typeof people)[number]) => {
    for (;;) {
      try {
        const place = await requestEnrolment({ actor, now: new Date(), requestId: 'crash' }, asking(group.id));
        return void acknowledged.set(person.id, place.id);
      } catch (error) {
        if (acknowledged.size === 0) throw error;
        failures += 1;
        await vi.waitFor(() => sql`select 1`, { timeout: 30_000, interval: 20 });
      }
    }
  };
  const waiting = [...people];
  const rush = Array.from({ length: CONCURRENCY }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await enrol(next);
  });
  await vi.waitFor(() => expect(acknowledged.size).toBeGreaterThan(PEOPLE / 4), { timeout: 30_000, interval: 5 });
  await crash();
  server = await place.start();
  await Promise.all(rush);

  expect(failures).toBeGreaterThan(0);
  expect(acknowledged.size).toBe(PEOPLE);
  const rows = await sql`select id, person_id as person from enrolment where class_id = ${group.id}`;
  expect(new Map(rows.map((row) => [row.person, row.id]))).toEqual(acknowledged);
  expect(rows).toHaveLength(PEOPLE);
  const events = await sql`select subject_id as id from event where name = 'enrolment.requested'`;
  expect(events.map((row) => row.id).sort()).toEqual([...acknowledged.values()].sort());
  const { found } = await verifySeats({ actor: { kind: 'system', job: 'test' }, now: new Date() });
  expect(found).toEqual([]);
  const [held] = await sql`select seats_taken, waiting_count, last_queue_place from training_class where id = ${group.id}`;
  expect(held).toEqual({ seats_taken: SEATS, waiting_count: PEOPLE - SEATS, last_queue_place: PEOPLE - SEATS });

  // The worker lost its connections too: it goes on by itself and tells everybody once.
  const told = () => sql`
    select count(distinct r.event_id)::int as events, count(n.id)::int - count(distinct (n.event_id, n.kind, n.person_id, n.organisation_id))::int as doubled
    from event e join job_receipt r on r.event_id = e.id and r.job_name = 'messages.deliver'
    left join notification n on n.event_id = e.id where e.name = 'enrolment.requested'`;
  await vi.waitFor(async () => expect((await told())[0]).toEqual({ events: PEOPLE, doubled: 0 }), { timeout: 60_000, interval: 200 });
  expect(worker.runs()).toBe(true);
}, 240_000);

test('a worker that is started before its database waits for it', async () => {
  await crash();
  const worker = workerProcess({ LOG_LEVEL: 'info' });
  await vi.waitFor(() => expect(worker.said()).toContain('worker.waiting'), { timeout: 60_000, interval: 50 });
  server = await place.start();
  const early = () => sql`select 1 from job_worker where worker_id like ${`%-${worker.pid}-%`}`;
  await vi.waitFor(async () => expect(await early()).toHaveLength(1), { timeout: 60_000, interval: 200 });
}, 150_000);
