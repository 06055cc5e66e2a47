import { beforeAll, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission, aProvider } from '#db/seed/builders/organisations';
import { aMajor, aProgrammePoint, aProgrammeYear } from '#db/seed/builders/talent';
import type { UserActor } from '~/domain/shared/actor';
import { countsAsPoint } from '~/domain/talent/programme';
import { pointSearch } from '~/domain/talent/programme/inputs';
import { countProgrammePoints, getPoint, listProgrammePoints, listProgrammeYears } from '~/domain/talent/programme-queries.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';

const { db, sql } = testDatabase();
const YEAR = 2026;

let city: UserActor;
const searchOf = (over: Record<string, unknown> = {}) => ({ ...pointSearch.parse(over), year: Number(over.year ?? YEAR) });
const countedNow = async () => (await countProgrammePoints(YEAR)).points;

beforeAll(async () => {
  city = (await aMember(db, 'city_officer')).actor;
});

/** A point that counts for the year, unless told otherwise. */
async function aCounted(columns: Parameters<typeof aProgrammePoint>[1] = {}, year: Parameters<typeof aProgrammeYear>[2] = {}) {
  const point = await aProgrammePoint(db, columns);
  await aProgrammeYear(db, point.id, { year: YEAR, ...year });
  return point;
}

describe('the count', () => {
  test('takes pairs of school and major', async () => {
    const before = await countedNow();
    const major = await aMajor(db);
    const college = await aProvider(db);
    await aCounted({ majorId: major.id, collegeId: college.id });
    await aCounted({ majorId: major.id });
    expect(await countedNow()).toBe(before + 2);
    await aCounted({ collegeId: college.id });
    expect(await countedNow()).toBe(before + 3);
  });

  test.each<[string, () => Promise<unknown>, number]>([
    ['whose major is not childcare-related', async () => aCounted({ majorId: (await aMajor(db, { childcareRelated: false })).id }), 0],
    ['whose major was switched off later', async () => aCounted({ majorId: (await aMajor(db, { isActive: false })).id }), 1],
    ['that ended in the year', () => aCounted({ status: 'ended', endedOn: '2026-09-01' }), 0],
    ['that ends with the year', () => aCounted({ status: 'ended', endedOn: '2027-01-01' }), 1],
    ['that enrols nobody', () => aCounted({}, { plannedIntake: 40, actualIntake: 0 }), 0],
    ['that has no entry for the year', () => aProgrammePoint(db), 0],
    ['that is not confirmed', () => aCounted({ confirmedAt: null }), 0],
    ['that is planned', () => aCounted({ status: 'planned' }), 0],
    ['filed later', () => aCounted({ filedOn: '2027-02-01' }), 0],
  ])('of a point %s', async (_what, make, more) => {
    const before = await countedNow();
    await make();
    expect(await countedNow()).toBe(before + more);
  });

  test('opens to exactly its rows, and agrees with the rule for every point and year', async () => {
    for (const year of [2024, YEAR]) {
      const { rows, counted } = await listProgrammePoints(city, searchOf({ show: 'counted', year }), 1_000);
      const { points } = await countProgrammePoints(year);
      expect(rows).toHaveLength(points);
      expect(counted).toBe(points);
      const all = await listProgrammePoints(city, searchOf({ year }), 1_000);
      const rest = await listProgrammePoints(city, searchOf({ year, show: 'uncounted' }), 1_000);
      expect(all.total).toBe(points + rest.total);
      for (const row of all.rows) {
        const facts = { ...row, confirmed: row.confirmedAt !== null, intakes: await listProgrammeYears(row.id) };
        expect(rows.some(({ id }) => id === row.id)).toBe(countsAsPoint(facts, year));
        expect(row.gaps.length === 0).toBe(countsAsPoint(facts, year));
      }
    }
  });

  test('says when it was taken', async () => expect((await countProgrammePoints(YEAR)).asOf).toEqual(now()));
});

describe('a list of points', () => {
  test('shows a college its own, a district those of its colleges, the city all', async () => {
    const far = await aProvider(db, { districtCode: '110108' });
    const point = await aCounted({ collegeId: far.id });
    const { actor: own } = await aMember(db, 'provider_staff', far);
    const { actor: other } = await aMember(db, 'provider_staff');
    const { actor: itsDistrict } = await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110108' }));
    const { actor: anotherDistrict } = await aMember(db, 'district_officer');
    const seen = async (actor: UserActor) => (await listProgrammePoints(actor, searchOf(), 1_000)).rows.some(({ id }) => id === point.id);
    expect(await Promise.all([own, other, itsDistrict, anotherDistrict, city].map(seen))).toEqual([true, false, true, false, true]);
    await expect(getPoint(other, point.id, YEAR)).rejects.toMatchObject({ status: 404 });
    expect(await getPoint(itsDistrict, point.id, YEAR)).toMatchObject({ id: point.id, check: 'confirmed', gaps: [], plannedIntake: 40 });
  });

  test('is narrowed and paged by the database', async () => {
    const college = await aProvider(db, { name: '演示百分%学院' });
    for (let n = 0; n < 3; n += 1) await aCounted({ collegeId: college.id, ...(n === 0 && { confirmedAt: null }) });
    const found = (over: Record<string, unknown>, limit?: number) => listProgrammePoints(city, searchOf({ q: '百分%', ...over }), limit);
    expect((await found({})).total).toBe(3);
    expect((await found({ show: 'waiting' })).total).toBe(1);
    expect((await found({ level: 'bachelor' })).total).toBe(0);
    expect((await found({ district: '110108' })).total).toBe(0);
    const [first, second] = [await found({ page: 1 }, 2), await found({ page: 2 }, 2)];
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(3);
    expect((await sql`select count(*)::int as n from programme_point`)[0]?.n).toBeGreaterThan(3);
  });
});
