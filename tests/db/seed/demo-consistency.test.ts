import { and, eq, inArray } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { completion, enrolment, trainingClass } from '#db/schema';
import { seed } from '#db/seed';
import { tellStories } from '#db/seed/demo';
import { missingReceipts } from '#jobs/sweep';
import { readClass } from '~/domain/attendance/find-class.server';
import { readEvidence } from '~/domain/completion/evidence.server';
import { evidenceHash } from '~/domain/completion/evidence-hash.server';
import { holdsSeat } from '~/domain/enrolment/enrolment';
import { recountTally } from '~/domain/goal/recount-tally.server';
import { classPhase, isBelowMinimum } from '~/domain/training-class/training-class';
import { START, testDatabase } from '../../support/database';

const { db, sql } = testDatabase();

beforeAll(() => seed({ stories: true, scale: 0, now: START }), 120_000);

test('every class counts the seats and the queue that its enrolments hold', async () => {
  const classes = await db.select().from(trainingClass);
  const rows = await db.select({ classId: enrolment.classId, status: enrolment.status }).from(enrolment);
  for (const held of classes) {
    const own = rows.filter((row) => row.classId === held.id);
    expect([held.code, held.seatsTaken, held.waitingCount]).toEqual([
      held.code,
      own.filter((row) => holdsSeat(row.status)).length,
      own.filter((row) => row.status === 'waitlisted').length,
    ]);
  }
});

test('no day of the past lies in the future, and the workers have nothing to catch up on', async () => {
  const [late] = await sql`
    select (select count(*)::int from event where at > ${START.toISOString()}::timestamptz) as events,
      (select count(*)::int from attendance where recorded_at > ${START.toISOString()}::timestamptz) as marks,
      (select count(*)::int from score where recorded_at > ${START.toISOString()}::timestamptz) as scores,
      (select count(*)::int from completion_certificate where issued_on > '2026-03-10') as certificates,
      (select count(*)::int from event e, dispatcher_cursor c where (e.txid, e.seq) > (c.txid, c.seq)) as undispatched`;
  expect(late).toEqual({ events: 0, marks: 0, scores: 0, certificates: 0, undispatched: 0 });
  expect(await missingReceipts(new Date('2022-01-01'), new Date('2030-01-01'))).toEqual([]);
});

test('nobody holds seats in two lessons at once, and nobody ever sat in two rooms', async () => {
  const clashes = await sql`
    select a.person_id, la.starts_at from enrolment a
    join lesson la on la.class_id = a.class_id and la.status = 'scheduled'
    join enrolment b on b.person_id = a.person_id and b.id > a.id
    join lesson lb on lb.class_id = b.class_id and lb.status = 'scheduled' and lb.starts_at < la.ends_at and la.starts_at < lb.ends_at
    where a.status in ('applied','offered','approved','attending','passed','failed') and b.status in ('applied','offered','approved','attending','passed','failed')`;
  expect(clashes).toEqual([]);
});

test('the evidence of every completion leads to the same result by the product’s own rule, and is unchanged', async () => {
  const closed = await db.select({ id: trainingClass.id }).from(trainingClass).where(eq(trainingClass.status, 'closed'));
  let checked = 0;
  for (const { id } of closed) {
    const known = await readClass(db, id);
    if (!known) throw new Error('a class that cannot be read');
    const { trainees } = await readEvidence(db, known);
    for (const trainee of trainees) {
      expect([known.code, trainee.name, trainee.decision.result]).toEqual([known.code, trainee.name, trainee.status]);
    }
    const passed = new Map(trainees.map((trainee) => [trainee.enrolmentId, trainee]));
    const completions = await db
      .select()
      .from(completion)
      .where(and(eq(completion.classId, id), inArray(completion.status, ['valid', 'revoked'])));
    for (const row of completions) {
      expect(passed.get(row.enrolmentId)?.decision.completedOn).toBe(row.completedOn);
      expect(evidenceHash(row.evidence)).toBe(row.evidenceHash);
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(4_000);
});

test('the tally equals the recount, and no target was met', async () => {
  expect((await recountTally({ actor: { kind: 'system', job: 'test' }, now: START })).differences).toBe(0);
  const cells = await sql`
    select p.code, t.metric, t.person_times, t.persons, g.value from tally t
    join plan_period p on p.id = t.period_id
    join target g on g.period_id = t.period_id and g.metric = t.metric and g.district_code is null
    where t.district = '*' and t.month = '*' and t.operator_type = '*'`;
  expect(cells).toHaveLength(4);
  for (const cell of cells) {
    expect(cell.persons).toBeLessThanOrEqual(cell.person_times);
    if (cell.value !== null) expect(cell.person_times).toBeLessThan(0.8 * Number(cell.value));
  }
  const shares =
    await sql`select metric, sum(value) filter (where district_code is not null) as shares, max(value) filter (where district_code is null) as city from target group by metric, period_id having count(value) > 1`;
  expect(shares).toHaveLength(2);
  for (const row of shares) expect(row.shares).toBe(row.city);
});

test('each closing was approved by an officer of the provider’s district, or of the city, and certificates carry its code', async () => {
  const wrong = await sql`
    select c.id from closing c
    join training_class k on k.id = c.class_id
    left join membership m on m.account_id = c.decided_by and m.role in ('district_officer', 'city_officer')
    left join organisation o on o.id = m.organisation_id
    where c.status <> 'submitted' and (o.id is null or o.district_code is distinct from k.district_code)`;
  expect(wrong).toEqual([]);
  const [numbers] = await sql`
    select count(*)::int as n, count(distinct f.number)::int as numbers, count(distinct f.public_code)::int as codes,
      count(*) filter (where f.number not like 'BJTY-_-' || coalesce(k.district_code, '110000') || '-' || extract(year from f.issued_on) || '-%')::int as wrong
    from completion c join training_class k on k.id = c.class_id left join completion_certificate f on f.completion_id = c.id`;
  expect(numbers).toMatchObject({ numbers: numbers?.n, codes: numbers?.n, wrong: 0 });
});

test('there is a class in each phase that a screen can show', async () => {
  const classes = await db.select().from(trainingClass);
  const phases = new Map<string, number>();
  for (const held of classes) {
    const phase = classPhase(held, START);
    phases.set(phase, (phases.get(phase) ?? 0) + 1);
  }
  for (const phase of ['planned', 'enrolling', 'full', 'in_progress', 'assessing', 'closing_review', 'closed', 'cancelled']) {
    expect([phase, (phases.get(phase) ?? 0) > 0]).toEqual([phase, true]);
  }
  expect(classes.some((held) => isBelowMinimum(held, START) && held.minimumDecision === 'pending')).toBe(true);
  expect(classes.some((held) => held.waitingCount > 0 && held.seatsTaken === held.capacity)).toBe(true);
});

test('seeding again, after a run that was cut off, tells nothing twice', async () => {
  const count = async () =>
    (await sql`select (select count(*) from person)::int as people, (select count(*) from completion)::int as completions`)[0];
  const before = await count();
  await seed({ stories: true, scale: 0, now: START });
  expect(await count()).toEqual(before);
});

test('the stories can be told on a weekend and in another year, and reach no further than the moment they are told', async () => {
  const outlines = new Map(['caregiver', 'principal', 'health_staff'].map((category) => [category, { id: category, version: 1 }]));
  for (const day of ['2026-11-28T23:50:00+08:00', '2027-06-06T00:20:00+08:00']) {
    const told = new Date(day);
    const { events, rows } = await tellStories(told, outlines);
    expect(events.filter((event) => event.at > told)).toEqual([]);
    expect(rows.attendance.filter((mark) => mark.recordedAt > told)).toEqual([]);
    expect(
      new Set(rows.trainingClass.map((held) => classPhase({ ...held, status: held.status, seatsTaken: held.seatsTaken ?? 0 }, told))).size,
    ).toBe(8);
  }
});

test('every institution has its file, places that add up, and dated facts that end in what it is now', async () => {
  const wrong = await sql`
    select o.name from organisation o left join institution_file f on f.organisation_id = o.id
    left join institution_period p on p.institution_id = o.id and p.until_on is null
    where o.kind = 'institution' and (f.organisation_id is null or f.capacity <> (select sum(places) from institution_class c where c.organisation_id = o.id)
      or (p.filing_status, p.operator_type, p.district_code) is distinct from (o.filing_status, o.operator_type, o.district_code))`;
  expect(wrong).toEqual([]);
  const broken = await sql`
    select institution_id from (
      select institution_id, until_on, lead(from_on) over (partition by institution_id order by from_on) as next from institution_period
    ) p where until_on is distinct from next`;
  expect(broken).toEqual([]);
  const districts = await sql`select district_code from organisation where kind = 'institution' group by 1`;
  expect(districts).toHaveLength(17);
});
