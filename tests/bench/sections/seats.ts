import postgres from 'postgres';
import { enrolForm } from '../../support/enrol-form';
import { atOnce, httpClient } from '../../support/http-client';
import type { SignedInPerson } from '../../support/signed-in';
import type { Bench } from '../bench';
import { type Measured, measured } from '../measure';
import type { RecordedEnrolment } from '../recorded-enrolment';

const CONCURRENCY = 32;

/** People against seats, over two web processes, beside the same SQL straight over postgres.js. */
export async function seats(bench: Bench): Promise<void> {
  const { recordEnrolment } = await import('../recorded-enrolment');
  const { signedInStudents } = await import('../../support/signed-in');
  const client = postgres(bench.stage.settings.DATABASE_URL ?? '', {
    max: CONCURRENCY,
    onnotice: () => {},
    connection: { application_name: 'bench', role: 'yupei_app' },
  });
  const recorded = await recordEnrolment(client);
  bench.heading(
    'seats: a rush on one class',
    `The form of the class page, posted by signed-in people at concurrency ${CONCURRENCY} over two web processes (a connection pool of 10 each).\n` +
      `Beside it the transaction alone: the ${recorded.statements.length} statements that one such request sends, recorded and sent again for\n` +
      `other people over postgres.js on ${CONCURRENCY} connections. Both are warmed up on another class.`,
  );
  const webs = [await bench.stage.web(), await bench.stage.web()];
  const clients = webs.map((web) => httpClient(web.origin, CONCURRENCY / 2));
  try {
    const run = { bench, clients, recorded };
    const warm = await signedInStudents(bench.size(600));
    const warming = await aRushClass(bench.size(100));
    await overHttp(run, warming, warm.slice(0, warm.length / 2));
    await overSql(run, warming, warm.slice(warm.length / 2));
    for (const [people, places] of [
      [1_000, 200],
      [5_000, 40],
    ] as const) {
      await rush(run, await signedInStudents(2 * bench.size(people)), bench.size(places));
    }
  } finally {
    for (const each of clients) each.close();
    for (const web of webs) await web.end();
    await client.end();
  }
}

interface Run {
  bench: Bench;
  clients: ReturnType<typeof httpClient>[];
  recorded: RecordedEnrolment;
}

async function aRushClass(capacity: number): Promise<string> {
  const { db } = await import('#db/client');
  const { aClass } = await import('#db/seed/builders/classes');
  return (await aClass(db, { capacity })).id;
}

async function rush(run: Run, people: SignedInPerson[], places: number): Promise<void> {
  const { bench } = run;
  const half = people.length / 2;
  const [http, sql] = [await aRushClass(places), await aRushClass(places)];
  const { statuses, ...web } = await overHttp(run, http, people.slice(0, half));
  const bare = await overSql(run, sql, people.slice(half));
  const name = `${half.toLocaleString('en-US')} people, ${places} seats`;
  console.log(`\n  ${name}`);
  bench.table(
    ['', 'requests', 'per second', 'p50 ms', 'p95 ms'],
    [
      ['through the enrol form', web.count, web.rate, web.p50, web.p95],
      ['the SQL transaction alone', bare.count, bare.rate, bare.p50, bare.p95],
    ],
  );
  const failed = statuses.filter((status) => status >= 500).length;
  const wrong = statuses.filter((status) => status !== 302).length;
  bench.target(`${name}: answers`, `${failed} of 5xx, ${wrong} other than a redirect`, 'none', wrong === 0);
  for (const [how, classId] of [
    ['form', http],
    ['SQL', sql],
  ] as const) {
    const { seated, waiting, inOrder, counters } = await outcome(bench, classId);
    const right = seated === places && waiting === half - places && inOrder && counters;
    bench.target(
      `${name}: who got what (${how})`,
      `${seated} seated, ${waiting} queued${inOrder ? ' in order, no gap' : ', NOT IN ORDER'}`,
      'exact',
      right,
    );
  }
  const ratio = web.rate / bare.rate;
  bench.target(`${name}: rate beside the SQL alone`, ratio.toFixed(2), 'at least 0.25', ratio >= 0.25);
}

async function overHttp({ clients }: Run, classId: string, people: SignedInPerson[]): Promise<Measured & { statuses: number[] }> {
  const [first] = clients;
  if (!first || !people[0]) throw new Error('nobody to ask');
  const { action, body } = await enrolForm(first, classId, people[0].cookie);
  const from = performance.now();
  const answers = await atOnce(people, CONCURRENCY, ({ cookie }, at) =>
    (clients[at % clients.length] ?? first).post(action, body, { Cookie: cookie }),
  );
  const ms = performance.now() - from;
  return {
    ...measured(
      answers.map((answer) => answer.ms),
      ms,
    ),
    statuses: answers.map((answer) => answer.status),
  };
}

async function overSql({ recorded }: Run, classId: string, people: SignedInPerson[]): Promise<Measured> {
  const from = performance.now();
  const latencies = await atOnce(people, CONCURRENCY, (person) => recorded.enrol(classId, person));
  return measured(latencies, performance.now() - from);
}

/** The log was written under the lock: its order is the order in which places were given. */
async function outcome({ stage: { owner } }: Bench, classId: string) {
  const rows = await owner<{ status: string; place: number | null }[]>`
    select n.status, n.queue_place as place from enrolment n
    join event e on e.subject_id = n.id::text and e.name = 'enrolment.requested' where n.class_id = ${classId} order by e.seq`;
  const [group] = await owner`select seats_taken, waiting_count, last_queue_place from training_class where id = ${classId}`;
  const seated = rows.filter((row) => row.status === 'applied').length;
  const waiting = rows.filter((row) => row.status === 'waitlisted').length;
  return {
    seated,
    waiting,
    inOrder: rows.every((row, at) => (at < seated ? row.status === 'applied' && row.place === null : row.place === at - seated + 1)),
    counters: group?.seats_taken === seated && group.waiting_count === waiting && group.last_queue_place === waiting,
  };
}
