import { beforeAll, expect, test } from 'vitest';
import { seed } from '#db/seed';
import { STORY_NAMES } from '#db/seed/demo/names';
import demo from '#db/seed/demo-accounts.json';
import { listRoles } from '~/domain/account/queries.server';
import { signIn } from '~/domain/account/sign-in.server';
import { coverageByScope } from '~/domain/health-care/coverage.server';
import { peopleOfPassedDays } from '~/domain/person/pass-days.server';
import { coverageOn } from '~/domain/person/roster-freshness.server';
import { checkPassword } from '~/domain/shared/password';
import { beijingDate } from '~/domain/shared/period';
import { START, testDatabase } from '../../support/database';

const { sql } = testDatabase();

beforeAll(() => seed({ stories: true, scale: 0, now: START }), 120_000);

/** Person-times of somebody in a period, by metric, from the counting ledger. */
async function timesOf(story: keyof typeof STORY_NAMES) {
  const rows = await sql<{ metric: string; times: number }[]>`
    select p.code || ' ' || t.metric as metric, t.times from tally_person t join plan_period p on p.id = t.period_id
    join person who on who.id = t.person_id
    where who.name = ${STORY_NAMES[story]} and t.district = '*' and t.month = '*' and t.operator_type = '*' and t.times <> 0`;
  return Object.fromEntries(rows.map((row) => [row.metric, row.times]));
}

const trainings = (story: keyof typeof STORY_NAMES) => sql`
  select e.status, e.category, e.institution_id, e.district_code, e.operator_type, e.institution_answer, k.code, k.starts_on, c.completed_on, c.status as completion,
    c.counts_toward_plan, f.public_code, f.revoked_at is not null as revoked, g.kind as closing
  from enrolment e join person p on p.id = e.person_id join training_class k on k.id = e.class_id
  left join completion c on c.enrolment_id = e.id left join completion_certificate f on f.completion_id = c.id left join closing g on g.id = c.closing_id
  where p.name = ${STORY_NAMES[story]} order by k.starts_on`;

const CAREGIVERS = '2023-2025 caregiver_person_times';
const PRINCIPALS = '2023-2025 principal_person_times';

test('each name of a story belongs to one person', async () => {
  const rows = await sql`select name, count(*)::int as n from person where name in ${sql(Object.values(STORY_NAMES))} group by name`;
  expect(rows).toHaveLength(Object.keys(STORY_NAMES).length);
  // One of them is the story: two records of one person, to be merged.
  expect(rows.filter((row) => row.n !== 1)).toEqual([{ name: STORY_NAMES.twoRecords, n: 2 }]);
});

test('the trainee has two certificates, sits in the whole training, and holds an offer', async () => {
  const rows = await trainings('trainee');
  expect(rows.map((row) => row.status)).toEqual(['passed', 'passed', 'attending', 'offered']);
  expect(rows[0]?.public_code).toBe('YANSHA-ZHENGS-HCX2Y2');
});

test('a failed trainee who passes a re-test is one person-time, in a supplementary closing', async () => {
  expect(await timesOf('retest')).toEqual({ [CAREGIVERS]: 1 });
  expect(await trainings('retest')).toMatchObject([{ completed_on: '2024-05-17', closing: 'supplementary' }]);
});

test('the same course twice in a year is two person-times', async () => {
  expect(await timesOf('repeat')).toEqual({ [CAREGIVERS]: 2 });
});

test('what was revoked or voided counts nothing and keeps its entries', async () => {
  expect(await timesOf('revoked')).toEqual({});
  expect(await timesOf('voided')).toEqual({});
  expect(await trainings('revoked')).toMatchObject([{ status: 'passed', completion: 'revoked', revoked: true }]);
  expect(await trainings('voided')).toMatchObject([{ status: 'voided', completion: 'voided', revoked: true }]);
});

test('a class over New Year counts in the new year', async () => {
  expect(await timesOf('overNewYear')).toEqual({ '2026- caregiver_person_times': 1 });
  expect(await trainings('overNewYear')).toMatchObject([{ starts_on: '2025-12-28', completed_on: '2026-01-05' }]);
});

test('a silent institution is not named, and the provider’s district stands in', async () => {
  expect(await trainings('silentInstitution')).toMatchObject([
    { institution_id: null, district_code: '110105', institution_answer: 'silent' },
  ]);
});

test('who moved on is still counted where she was, and a kindergarten’s teacher by its type', async () => {
  expect(await trainings('movedJob')).toMatchObject([{ district_code: '110105' }]);
  expect(await trainings('kindergarten')).toMatchObject([{ operator_type: 'kindergarten_class' }]);
});

test('a principal who is also a caregiver counts once under each', async () => {
  expect(await timesOf('twoRoles')).toEqual({ [CAREGIVERS]: 1, [PRINCIPALS]: 1 });
});

test('without an assessment, without attendance or without coming nothing counts', async () => {
  for (const story of ['noAssessment', 'shortAttendance', 'neverCame'] as const) expect(await timesOf(story)).toEqual({});
  expect(await trainings('noAssessment')).toMatchObject([{ status: 'passed', counts_toward_plan: false }]);
  expect((await trainings('shortAttendance')).at(0)?.status).toBe('failed');
  expect((await trainings('neverCame')).at(0)?.status).toBe('absent');
});

test('every published account signs in with the published password and has the roles that it names', async () => {
  const credentials = { password: demo.password, address: '127.0.0.1' };
  for (const { userName, phone, role, grants, secondFactor } of demo.accounts) {
    expect(checkPassword(demo.password, { username: userName, phone })).toBeNull();
    for (const login of [userName, phone]) expect(await signIn({ now: START }, { ...credentials, login })).toMatchObject({ role });
    const [row] = await sql<{ id: string }[]>`
      select id, must_change_password, totp_confirmed_at is not null as second, is_demo from account where username = ${userName}`;
    expect(row).toMatchObject({ must_change_password: false, second: secondFactor, is_demo: true });
    expect((await listRoles(row?.id ?? '')).map((grant) => grant.role)).toEqual(grants.map((grant) => grant.role));
  }
});

test('each account that reads an inbox finds something true in it', async () => {
  const [unread] = await sql`
    select count(*) filter (where person_id is not null)::int as people, count(*) filter (where organisation_id is not null)::int as organisations
    from notification where read_at is null`;
  expect(unread?.people).toBeGreaterThan(5);
  expect(unread?.organisations).toBeGreaterThan(5);
  const [orphans] =
    await sql`select count(*)::int as n from notification n where not exists (select 1 from event e where e.id = n.event_id)`;
  expect(orphans?.n).toBe(0);
});

test('the rosters tell their stories, and the sweep finds nothing that an operation would have done', async () => {
  expect(await peopleOfPassedDays(START)).toEqual([]);
  const story = (rows: readonly Record<string, unknown>[]) => rows.map((row) => row.name).sort();
  const people = [STORY_NAMES.affiliated, STORY_NAMES.partTime];
  expect(story(await sql`select p.name from double_roster d join person p on p.id = d.person_id`)).toEqual(people.sort());
  const claims = await sql`select p.name from post_claim c join person p on p.id = c.person_id where c.status = 'pending'`;
  expect(story(claims)).toEqual([STORY_NAMES.claimsPost]);
  const disputes = await sql`select p.name, d.status from engagement_dispute d join person p on p.id = d.person_id order by d.status`;
  expect(disputes.map((row) => [row.name, row.status])).toEqual([
    [STORY_NAMES.disputesLate, 'escalated'],
    [STORY_NAMES.disputes, 'open'],
  ]);
  const coverage = await coverageOn(beijingDate(START));
  const [institutions, fresh] = [
    coverage.reduce((sum, row) => sum + row.institutions, 0),
    coverage.reduce((sum, row) => sum + row.fresh, 0),
  ];
  expect(fresh).toBeGreaterThan(institutions / 2);
  expect(fresh).toBeLessThan(institutions);
  const [caregivers] = await sql`select count(distinct person_id)::int as n from engagement where role = 'caregiver' and end_on is null`;
  expect(caregivers?.n).toBeGreaterThan(650);
  expect(caregivers?.n).toBeLessThan(800);
});

test('Chaoyang’s new institutions show every standing, and the city has not covered them all', async () => {
  const cells = await coverageByScope(beijingDate(START), ['city', '110105']);
  expect(Object.values(cells.get('110105')?.standings ?? {}).every((n) => n > 0)).toBe(true);
  const city = cells.get('city');
  expect((city?.covered ?? 0) > 0 && (city?.covered ?? 0) < (city?.institutions ?? 0)).toBe(true);
  const owing = await sql`
    select s.due_reason from health_care_segment s join membership m on m.organisation_id = s.institution_id join account a on a.id = m.account_id
    where a.username = 'jigou' and s.standing = 'waiting' and s.from_on <= ${beijingDate(START)} and s.until_on > ${beijingDate(START)}`;
  expect(owing).toEqual([{ due_reason: 'staff_left' }]);
});

test('placements at jigou’s: one under way whose last week waits for both, and one of every other kind', async () => {
  const home = sql`select m.organisation_id from membership m join account a on a.id = m.account_id where a.username = 'jigou'`;
  const rows = await sql`
    select w.name, p.status, p.converted_engagement_id is not null as taken from placement p join person w on w.id = p.person_id
    where p.institution_id in (${home})`;
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['proposed', 'accepted', 'declined', 'broken_off', 'finished']));
  expect(rows.some(({ taken }) => taken)).toBe(true);
  expect(rows.filter(({ status }) => status === 'accepted').map(({ name }) => name)).toEqual(
    expect.arrayContaining([STORY_NAMES.student, STORY_NAMES.intern]),
  );
  const weeks = await sql`
    select distinct date_trunc('week', l.day)::date::text as week from placement_log l join placement p on p.id = l.placement_id
    join person w on w.id = p.person_id where w.name = ${STORY_NAMES.student} and date_trunc('week', l.day) < date_trunc('week', ${beijingDate(START)}::date)
      and not exists (select 1 from placement_week k where k.placement_id = p.id and k.week_on = date_trunc('week', l.day))`;
  expect(weeks).toHaveLength(1);
});
