import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { certificate, engagement, offPost, placement, type student } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import { aCommission, anInstitution } from '#db/seed/builders/organisations';
import { anEngagement } from '#db/seed/builders/people';
import { aStudent } from '#db/seed/builders/talent';
import { newId } from '~/domain/shared/id';
import { changeSetting } from '~/domain/shared/settings.server';
import { listFunnelPeople } from '~/domain/talent/funnel-people.server';
import { funnelView, getFunnelState, readFunnel } from '~/domain/talent/funnel-queries.server';
import { rebuildFunnelCells, requestFunnelRebuild } from '~/domain/talent/rebuild-funnel.server';
import { recountFunnel } from '~/domain/talent/recount-funnel.server';
import { removeStudent } from '~/domain/talent/remove-student.server';
import { now } from '~/platform/clock.server';
import { moveClock, setClock, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { aCollege, cell, refresh, system } from './student-scenes';

const { db, sql, owner } = testDatabase();
const TODAY = '2026-03-02';

beforeEach(async () => {
  await owner()`truncate funnel_row, funnel_cell, funnel_dirty, funnel_difference, placement, student, engagement cascade`;
  setClock(new Date(`${TODAY}T02:00:00Z`));
  await refresh();
});

const aPlacementOf = async (of: typeof student.$inferSelect, columns: Partial<typeof placement.$inferInsert> = {}) => {
  const row = {
    id: newId(),
    studentId: of.id,
    personId: of.personId,
    collegeId: of.collegeId,
    institutionId: (await anInstitution(db)).id,
    kind: 'post' as const,
    role: 'caregiver' as const,
    fromOn: '2025-09-01',
    untilOn: '2026-02-28',
    hoursPerDay: 8,
    agreementNo: `A-${newId()}`,
    agreementSignedOn: '2025-08-20',
    collegeMentor: '李老师',
    status: 'accepted' as const,
    proposedAt: now(),
    decidedAt: now(),
    ...columns,
  };
  await db.insert(placement).values(row);
  return row;
};

/** A student who went all the way. */
async function aWay() {
  const scene = await aCollege();
  const { personId } = scene.student;
  const held = await aCertificate(db, { personId, family: 'x_certificate', occupation: null, level: 'middle', issuedOn: '2024-12-01' });
  const placed = await aPlacementOf(scene.student, { fromOn: '2024-10-01' });
  const post = await anEngagement(db, { personId, startOn: '2025-02-01' });
  return { ...scene, held, placed, post };
}

const ALL = { students: 1, x_certified: 1, placed: 1, engaged: 1, stayed: 1 };

test('a student who went all the way is in every stage, and refreshing again changes nothing', async () => {
  const { college } = await aWay();
  await refresh();
  expect(await cell(college.id, '2024')).toEqual(ALL);
  expect(await cell('*', '*')).toEqual(ALL);
  const before = await sql`select * from funnel_row`;
  const events = await sql`select count(*)::int as n from event where name = 'funnel.refreshed'`;
  await sql`insert into funnel_dirty (person_id) select person_id from student union all select person_id from student`;
  await refresh();
  expect(await sql`select * from funnel_row`).toEqual(before);
  expect(await sql`select count(*)::int as n from event where name = 'funnel.refreshed'`).toEqual(events);
  expect(await cell('*', '*')).toEqual(ALL);
  expect(await recountFunnel(system())).toMatchObject({ differences: 0 });
});

describe('every fact that matters moves the counts', () => {
  type Way = Awaited<ReturnType<typeof aWay>>;
  const cases: [string, (way: Way) => Promise<unknown>, Partial<typeof ALL>][] = [
    [
      'her certificate is revoked',
      ({ held }) => db.update(certificate).set({ status: 'revoked', revokedOn: TODAY }).where(eq(certificate.id, held.id)),
      { x_certified: 0 },
    ],
    [
      'it waits to be verified',
      ({ held }) => db.update(certificate).set({ status: 'submitted' }).where(eq(certificate.id, held.id)),
      { x_certified: 0 },
    ],
    [
      'the institution did not take her',
      ({ placed }) => db.update(placement).set({ status: 'declined' }).where(eq(placement.id, placed.id)),
      { placed: 0 },
    ],
    [
      'the placement was broken off before it began',
      ({ placed }) => db.update(placement).set({ status: 'broken_off', endedOn: '2024-10-01' }).where(eq(placement.id, placed.id)),
      { placed: 0 },
    ],
    [
      'the post turns out to be an intern’s',
      ({ post }) => db.update(engagement).set({ isIntern: true }).where(eq(engagement.id, post.id)),
      { engaged: 0, stayed: 0 },
    ],
    [
      'she left after eight months',
      ({ post }) => db.update(engagement).set({ endOn: '2025-10-01' }).where(eq(engagement.id, post.id)),
      { stayed: 0 },
    ],
    [
      'a long leave',
      ({ post }) =>
        db.insert(offPost).values({ id: newId(), engagementId: post.id, fromOn: '2025-06-01', untilOn: '2025-09-01', createdAt: now() }),
      { stayed: 0 },
    ],
    [
      'the entry was a mistake',
      ({ actor, student: entry, placed }) =>
        db
          .delete(placement)
          .where(eq(placement.id, placed.id))
          .then(() => removeStudent(contextOf(actor), entry.id, '登错')),
      { students: 0, x_certified: 0, placed: 0, engaged: 0, stayed: 0 },
    ],
  ];
  test.each(cases)('%s', async (_name, change, after) => {
    const way = await aWay();
    await refresh();
    await change(way);
    await refresh();
    expect(await cell(way.college.id)).toEqual({ ...ALL, ...after });
    expect(await recountFunnel(system())).toMatchObject({ differences: 0 });
  });
});

test('days arrive by themselves: a placement begins, twelve months are over', async () => {
  const { college, student: entry } = await aCollege();
  await aPlacementOf(entry, { fromOn: '2026-03-05', untilOn: '2026-08-31' });
  await anEngagement(db, { personId: entry.personId, startOn: '2025-03-10' });
  await refresh();
  expect(await cell(college.id)).toMatchObject({ placed: 0, engaged: 1, stayed: 0 });
  moveClock({ days: 3 });
  await refresh();
  expect(await cell(college.id)).toMatchObject({ placed: 1, stayed: 0 });
  moveClock({ days: 5 });
  await refresh();
  expect(await cell(college.id)).toMatchObject({ placed: 1, stayed: 1 });
  expect(await recountFunnel(system())).toMatchObject({ differences: 0 });
});

test('the days off post are a setting of the city, and everybody is worked out anew', async () => {
  const { college, student: entry } = await aCollege();
  await anEngagement(db, { personId: entry.personId, startOn: '2025-01-01', endOn: '2025-04-01' });
  await anEngagement(db, { personId: entry.personId, startOn: '2025-05-10' });
  await refresh();
  expect(await cell(college.id)).toMatchObject({ engaged: 1, stayed: 0 });
  await changeSetting(contextOf((await aMember(db, 'city_officer')).actor), 'funnel_gap_days', 60);
  await refresh();
  expect(await cell(college.id)).toMatchObject({ engaged: 1, stayed: 1 });
  expect(await recountFunnel(system())).toMatchObject({ differences: 0 });
});

test('a planted difference is found by name and put right by counting anew', async () => {
  const { college, student: entry } = await aWay();
  await refresh();
  await sql`update funnel_row set stayed_on = null where student_id = ${entry.id}`;
  await sql`update funnel_cell set engaged = engaged + 1 where college = '*' and year = '2024'`;
  const { recountId, differences } = await recountFunnel(system());
  expect(differences).toBe(2);
  const found =
    await sql`select student_id, college, year, stage, kept, recounted from funnel_difference where recount_id = ${recountId} order by stage`;
  expect(found).toEqual([
    { student_id: null, college: '*', year: '2024', stage: 'engaged', kept: '2', recounted: '1' },
    { student_id: entry.id, college: null, year: null, stage: 'stayed', kept: null, recounted: '2026-02-01' },
  ]);
  expect(await getFunnelState()).toMatchObject({ underCheck: true });
  await expect(requestFunnelRebuild(contextOf((await aMember(db, 'district_officer')).actor), '核')).rejects.toMatchObject({ status: 403 });
  await requestFunnelRebuild(contextOf((await aMember(db, 'city_officer')).actor), '更正了原因');
  await refresh();
  expect(await rebuildFunnelCells(system())).toBeGreaterThan(0);
  expect(await recountFunnel(system())).toMatchObject({ differences: 0 });
  expect(await getFunnelState()).toMatchObject({ underCheck: false });
  expect(await cell(college.id)).toEqual(ALL);
});

test('every number opens to exactly its people, within the reader’s scope', async () => {
  const near = await aCollege({ districtCode: '110105' });
  const far = await aCollege({ districtCode: '110108' });
  for (let n = 0; n < 4; n++)
    await aStudent(db, { pointId: near.point.id, collegeId: near.college.id, enrolledOn: n % 2 ? '2023-09-01' : '2025-09-01' });
  await anEngagement(db, { personId: near.student.personId, startOn: '2026-01-01' });
  await refresh();
  const city = (await aMember(db, 'city_officer')).actor;
  const officer = (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110105' }))).actor;
  const page = { limit: 2, offset: 0 };
  expect(await listFunnelPeople(city, { stage: 'student' }, TODAY, page)).toMatchObject({ total: 6 });
  expect(await listFunnelPeople(officer, { stage: 'student' }, TODAY, page)).toMatchObject({ total: 5 });
  const seen = new Set<string>();
  for (const offset of [0, 2, 4])
    for (const { id } of (await listFunnelPeople(officer, { stage: 'student' }, TODAY, { limit: 2, offset })).rows) seen.add(id);
  expect(seen.size).toBe(5);
  const engaged = await listFunnelPeople(officer, { stage: 'engaged', college: near.college.id, year: 2024 }, TODAY, page);
  expect(engaged.rows.map(({ id }) => id)).toEqual([near.student.id]);
  expect(engaged.rows[0]).toMatchObject({ engagedOn: '2026-01-01', year: 2024 });
  await expect(listFunnelPeople(officer, { stage: 'student', college: far.college.id }, TODAY, page)).rejects.toMatchObject({
    status: 404,
  });
  expect(await listFunnelPeople(near.actor, { stage: 'student' }, TODAY, page)).toMatchObject({ total: 5 });
  const cells = await readFunnel(officer);
  expect(funnelView(cells, {})).toMatchObject({
    total: { student: 6 },
    openTotal: { student: 5 },
    opensAll: false,
    counts: { student: 5 },
  });
  expect(cells.filter(({ mayOpen }) => !mayOpen).map(({ collegeId }) => collegeId)).toEqual([far.college.id]);
  expect((await readFunnel(near.actor)).every(({ collegeId }) => collegeId === near.college.id)).toBe(true);
  await expect(readFunnel((await aMember(db, 'institution_admin')).actor)).rejects.toMatchObject({ status: 403 });
});
