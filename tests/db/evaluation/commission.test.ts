import { describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission, anInstitution, aProvider } from '#db/seed/builders/organisations';
import { anEngagement } from '#db/seed/builders/people';
import { aCandidate, anXKind, aSitting } from '#db/seed/builders/sittings';
import { countCandidates, listCityCandidates, listSittingYears } from '~/domain/evaluation/commission-queries.server';
import { CANDIDATE_SHOWN, COUNTED_BY } from '~/domain/evaluation/evaluation';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { aHeldScene, aPublishedScene } from './scenes';

const { db } = testDatabase();

/** Two districts: a college in each, a society learner on post in the first, results of two years, one sitting cancelled. */
async function aScene() {
  const city = (await aMember(db, 'city_officer')).actor;
  const officer = async (districtCode: string) =>
    (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode }))).actor;
  const [near, far] = [await aProvider(db, { districtCode: '110101' }), await aProvider(db, { districtCode: '110109' })];
  const kind = await anXKind(db);
  const common = { organisationId: kind.organisationId ?? undefined, xKindId: kind.id };
  const told = await aSitting(db, {
    ...common,
    status: 'results_entered',
    theoryOn: '2025-12-30',
    practicalOn: '2026-01-02',
    appealUntilOn: '2026-02-01',
  });
  const open = await aSitting(db, { ...common, level: 'senior', theoryOn: '2026-03-20', practicalOn: '2026-03-20' });
  const gone = await aSitting(db, { ...common, status: 'cancelled' });
  await aCandidate(db, told, { collegeId: near.id, status: 'passed', theoryPoints: 80, practicalPoints: 80 });
  await aCandidate(db, told, { collegeId: near.id, status: 'failed', theoryPoints: 10, practicalPoints: 80 });
  await aCandidate(db, told, { collegeId: far.id, status: 'absent', assessorTaughtHer: true });
  const learner = await aCandidate(db, open, { theoryPoints: 99 });
  const home = await anInstitution(db, { districtCode: '110101' });
  await anEngagement(db, { personId: learner.personId, institutionId: home.id });
  await aCandidate(db, open, { collegeId: far.id, status: 'withdrawn' });
  await aCandidate(db, gone, { collegeId: near.id });
  return { city, near, far, kind, nearOfficer: await officer('110101'), farOfficer: await officer('110109') };
}
const all = { show: 'all' as const, page: 1 };

test('the city counts everybody once: not the withdrawn, not a cancelled sitting, results when they are told', async () => {
  const { city, kind, near, far } = await aScene();
  const [row] = (await countCandidates(city, { by: 'certificate', year: undefined }, now())).filter(({ key }) => key === kind.id);
  expect(row).toMatchObject({ label: kind.name, registered: 4, absent: 1, passed: 1, failed: 1, certified: 0 });
  const byCollege = await countCandidates(city, { by: 'college', year: undefined }, now());
  expect(byCollege.find(({ key }) => key === near.id)).toMatchObject({ label: near.name, registered: 2 });
  expect(byCollege.find(({ key }) => key === far.id)).toMatchObject({ registered: 1, absent: 1 });
});

test('a district sees the candidates of its colleges and the society learners on post in it, and nobody else', async () => {
  const { nearOfficer, farOfficer, kind } = await aScene();
  const counts = async (actor: typeof nearOfficer) =>
    (await countCandidates(actor, { by: 'certificate', year: undefined }, now())).find(({ key }) => key === kind.id)?.registered;
  expect([await counts(nearOfficer), await counts(farOfficer)]).toEqual([3, 1]);
  expect((await listCityCandidates(farOfficer, all, now())).rows.every(({ college }) => college !== null)).toBe(true);
  await expect(countCandidates((await aMember(db, 'provider_staff')).actor, { by: 'level', year: undefined }, now())).rejects.toMatchObject(
    { status: 403 },
  );
});

test('the year is that of the last examination', async () => {
  const { city, kind } = await aScene();
  expect(await listSittingYears(city, now())).toEqual(['2026']);
  const { rows } = await listCityCandidates(city, { ...all, kind: kind.id, year: '2025' }, now());
  expect(rows).toHaveLength(0);
});

test('points and absences that are not published yet are not shown to the commission either', async () => {
  const { city, kind } = await aScene();
  const early = await aHeldScene(db);
  const seen = await listCityCandidates(city, { ...all, sitting: early.sitting.id }, now());
  expect(new Set(seen.rows.map(({ status }) => status))).toEqual(new Set(['registered']));
  const [count] = (await countCandidates(city, { by: 'certificate', year: undefined }, now())).filter(
    ({ key }) => key === early.sitting.xKindId,
  );
  expect(count).toMatchObject({ registered: 4, absent: 0 });
  const { rows } = await listCityCandidates(city, { ...all, kind: kind.id, level: 'senior' }, now());
  expect(rows).toMatchObject([{ status: 'registered', theory_points: null }]);
});

describe('every number opens to exactly its candidates', () => {
  const PARAMETER = { college: 'college', certificate: 'kind', level: 'level', year: 'year' } as const;
  test.each(COUNTED_BY)('counted by %s', async (by) => {
    const { city, farOfficer } = await aScene();
    await aPublishedScene(db);
    for (const actor of [city, farOfficer]) {
      for (const row of await countCandidates(actor, { by, year: undefined }, now())) {
        for (const [count, show] of [
          ['registered', 'all'],
          ['absent', 'absent'],
          ['passed', 'passed'],
          ['failed', 'failed'],
          ['certified', 'certified'],
        ] as const) {
          const opened = await listCityCandidates(actor, { show, page: 1, [PARAMETER[by]]: row.key }, now());
          expect([by, row.key, show, opened.total]).toEqual([by, row.key, show, row[count]]);
        }
      }
    }
  });
});

test('warnings are a list of their own, with the assessors’ names', async () => {
  const { farOfficer, nearOfficer } = await aScene();
  const shown = (actor: typeof farOfficer) => listCityCandidates(actor, { show: 'taught', page: 1 }, now());
  expect((await shown(farOfficer)).total).toBeGreaterThanOrEqual(1);
  expect((await shown(nearOfficer)).total).toBe(0);
  expect(CANDIDATE_SHOWN).toContain('taught');
});
