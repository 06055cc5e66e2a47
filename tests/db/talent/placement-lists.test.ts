import { sql as raw } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission, anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { aLogEntry, anAgreement, aPlacement, aStudent } from '#db/seed/builders/talent';
import { refreshAll } from '~/domain/rate/refresh-rate.server';
import type { UserActor } from '~/domain/shared/actor';
import { acceptPlacement } from '~/domain/talent/placement/answer-placement.server';
import {
  countPlacements,
  getOwnShares,
  listCityPlacements,
  listInstitutionsOver,
  listPlacements,
} from '~/domain/talent/placement/list-queries.server';
import { getMyPlacement, getPlacement, listMyPlacements, listWeeksToCheck } from '~/domain/talent/placement/page-queries.server';
import { PLACEMENT_WARNINGS } from '~/domain/talent/placement/warnings';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { aPlacementScene } from './placement-scenes';

const { db, sql } = testDatabase();
const PAGE = { limit: 50, offset: 0 };
const all = (actor: UserActor) => listPlacements(actor, { q: '', shown: 'all' }, now(), PAGE);
const idsOf = async (actor: UserActor) => (await all(actor)).rows.map(({ id }) => id);
const officer = async (district: string) =>
  (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: district }))).actor;
const city = async () => (await aMember(db, 'city_officer')).actor;

describe('who sees which', () => {
  test('its college, its institution, the student, and the districts of both', async () => {
    const institution = await anInstitution(db, { districtCode: '110112' });
    const { placement, teacher, head, trainee, strangeTeacher, strangeHead, college } = await aPlacementScene(db, {});
    const elsewhere = await aPlacement(db, { collegeId: college.id, institutionId: institution.id });
    expect((await idsOf(teacher)).sort()).toEqual([placement.id, elsewhere.id].sort());
    expect(await idsOf(head)).toEqual([placement.id]);
    expect(await idsOf(trainee)).toEqual([placement.id]);
    expect(await idsOf(strangeTeacher)).toEqual([]);
    expect(await idsOf(strangeHead)).toEqual([]);
    expect(await idsOf(await officer('110112'))).toEqual([elsewhere.id]);
    expect(await idsOf(await officer('110111'))).toEqual([]);
    for (const actor of [teacher, head, trainee, await city()])
      expect((await getPlacement(actor, placement.id, now())).id).toBe(placement.id);
    for (const actor of [strangeTeacher, strangeHead, await officer('110111')])
      await expect(getPlacement(actor, placement.id, now())).rejects.toMatchObject({ status: 404 });
    await expect(all((await aMember(db, 'evaluator')).actor)).rejects.toMatchObject({ status: 403 });
  });

  test('the student reads what was thought of her once it is finished', async () => {
    const said = { collegePoints: 90, institutionPoints: 80, collegeAssessment: '完整', institutionAssessment: '细致' };
    const open = await aPlacementScene(db, { status: 'accepted', ...said });
    expect(await getMyPlacement(open.trainee, open.placement.id, now())).toMatchObject({
      collegeAssessment: '',
      institutionAssessment: '',
    });
    const over = await aPlacementScene(db, { status: 'finished', ...said });
    const shown = await getMyPlacement(over.trainee, over.placement.id, now());
    expect(shown).toMatchObject({ collegeAssessment: '完整', institutionAssessment: '细致', result: 'good' });
    expect(shown).not.toHaveProperty('collegePoints');
    expect((await listMyPlacements(over.trainee, now()))[0]).not.toHaveProperty('institutionPoints');
  });
});

test('a list narrowed to a warning holds exactly those that show it', async () => {
  const { teacher, college, institution, student, person } = await aPlacementScene(db);
  await anAgreement(db, { collegeId: college.id, institutionId: institution.id });
  const at = { collegeId: college.id, institutionId: institution.id };
  const minor = await aStudent(db, { collegeId: college.id, personId: (await aPerson(db, { bornOn: '2008-03-18' })).id });
  const leap = await aStudent(db, { collegeId: college.id, personId: (await aPerson(db, { bornOn: '2008-02-29' })).id });
  await aPlacement(db, { ...at, fromOn: '2026-04-01', untilOn: '2026-08-30', hoursPerDay: 8.5 });
  await aPlacement(db, { ...at, fromOn: '2026-04-01', untilOn: '2026-11-01', insuranceNo: '', insuredUntilOn: null });
  await aPlacement(db, { ...at, insuredUntilOn: '2026-04-01', agreementSignedOn: null });
  await aPlacement(db, { ...at, agreementSignedOn: '2026-03-18', institutionId: (await anInstitution(db)).id });
  await aPlacement(db, { ...at, studentId: minor.id, fromOn: '2026-03-17' });
  await aPlacement(db, { ...at, studentId: leap.id, fromOn: '2026-02-28', status: 'accepted' });
  await aPlacement(db, { ...at, studentId: student.id, personId: person.id, fromOn: '2026-05-01' });
  await aPlacement(db, { ...at, status: 'finished', insuranceNo: '' });
  const { rows } = await all(teacher);
  for (const warning of PLACEMENT_WARNINGS) {
    const narrowed = await listPlacements(teacher, { q: '', shown: 'all', warning }, now(), PAGE);
    const shown = rows.filter(({ warnings }) => warnings.includes(warning)).map(({ id }) => id);
    expect(
      narrowed.rows.map(({ id }) => id),
      warning,
    ).toEqual(shown);
    expect(shown.length, warning).toBeGreaterThan(0);
  }
});

test('every count of the commission opens to as many placements', async () => {
  const { placement, college } = await aPlacementScene(db, { status: 'accepted' });
  for (const status of ['declined', 'finished', 'broken_off'] as const) await aPlacement(db, { collegeId: college.id, status });
  const actor = await city();
  for (const by of ['college', 'district', 'year'] as const) {
    for (const row of await countPlacements(actor, { by })) {
      const counts = [
        ['all', row.all],
        ['proposed', row.proposed],
        ['accepted', row.accepted],
        ['finished', row.finished],
        ['broken_off', row.brokenOff],
        ['declined', row.declined],
        ['taken_on', row.takenOn],
      ] as const;
      for (const [shown, count] of counts) {
        const search = { q: '', page: 1, by, shown, [by]: row.key };
        expect((await listCityPlacements(actor, search, now(), PAGE)).total, `${by} ${row.key} ${shown}`).toBe(count);
      }
    }
  }
  const [own] = (await countPlacements(actor, { by: 'college' })).filter(({ key }) => key === college.id);
  expect(own).toMatchObject({ all: 4, accepted: 1, declined: 1, finished: 1, brokenOff: 1, proposed: 0, takenOn: 0 });
  expect(placement.collegeId).toBe(college.id);
});

describe('interns are in no staff count and no rate', () => {
  test('not among the staff, not in a segment; over the limits they show', async () => {
    const { head, placement, institution, person } = await aPlacementScene(db, { fromOn: '2026-03-02' });
    for (let n = 0; n < 4; n += 1) await anEngagement(db, { institutionId: institution.id });
    const onLeave = await anEngagement(db, { institutionId: institution.id });
    await sql`insert into off_post (id, engagement_id, from_on, created_at) values (${placement.studentId}, ${onLeave.id}, '2026-03-01', now())`;
    await acceptPlacement(contextOf(head), placement.id, '吴老师');
    const { shares } = await getOwnShares(head, now());
    expect(shares.total).toEqual({ interns: 1, staff: 4, isOver: true });
    expect(shares.posts).toEqual([{ role: 'caregiver', interns: 1, staff: 4, isOver: true }]);
    await refreshAll({ actor: { kind: 'system', job: 'test' }, now: now() }, 1000);
    expect(await sql`select 1 from rate_segment where person_id = ${person.id}`).toHaveLength(0);
    expect((await sql`select count(distinct person_id)::int as n from rate_segment where institution_id = ${institution.id}`)[0]?.n).toBe(
      5,
    );
    const over = await listInstitutionsOver(await city(), now());
    expect(over.find(({ institutionId }) => institutionId === institution.id)?.total).toEqual(shares.total);
    expect((await listInstitutionsOver(await officer('110112'), now())).map(({ institutionId }) => institutionId)).not.toContain(
      institution.id,
    );
  });

  test('a proposal is compared as if it were accepted', async () => {
    const { head, placement, institution } = await aPlacementScene(db);
    for (let n = 0; n < 9; n += 1) await anEngagement(db, { institutionId: institution.id });
    const { shares } = await getPlacement(head, placement.id, now());
    expect(shares?.over.total).toMatchObject({ day: placement.fromOn, total: { interns: 1, staff: 9 } });
    expect(shares?.over.post).toBeNull();
  });
});

test('weeks to check: over, written, and without the look of this side', async () => {
  const { head, teacher, placement } = await aPlacementScene(db, { status: 'accepted' });
  for (const day of ['2026-02-24', '2026-03-03', '2026-03-09']) await aLogEntry(db, placement.id, { day });
  await db.execute(
    raw`insert into placement_week (placement_id, week_on, college_checked_at) values (${placement.id}, '2026-02-23', now())`,
  );
  const weeksOf = async (actor: UserActor, side: 'college' | 'institution') =>
    (await listWeeksToCheck(actor, side, now())).map(({ weekOn }) => weekOn);
  expect(await weeksOf(teacher, 'college')).toEqual(['2026-03-02']);
  expect(await weeksOf(head, 'institution')).toEqual(['2026-02-23', '2026-03-02']);
});
