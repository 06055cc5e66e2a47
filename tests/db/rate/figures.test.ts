import { beforeAll, describe, expect, test } from 'vitest';
import { RULE_CODES } from '~/domain/certificate/counting-rule';
import { shipRules } from '~/domain/certificate/ship-rules.server';
import { BDA_MERGED, CITY_SCOPE } from '~/domain/organisation/areas';
import { rateFigure, rateFigures } from '~/domain/rate/figures.server';
import { freezeRate } from '~/domain/rate/freeze-rate.server';
import { listInstitutionRates } from '~/domain/rate/institution-rates.server';
import { countPeople, describePeople, listPeopleRows } from '~/domain/rate/people.server';
import { ANY_OPERATOR, POPULATIONS } from '~/domain/rate/rate';
import { countOf, figureUnder, PEOPLE_OF_FIGURE } from '~/domain/rate/reading';
import { refreshAll } from '~/domain/rate/refresh-rate.server';
import { getSnapshot, type Snapshot, verifySnapshot } from '~/domain/rate/snapshots.server';
import { rateTrend } from '~/domain/rate/trend.server';
import { START, setClock, testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { DISTRICTS, randomWorld, TODAY, TYPES } from './random-world';

const { owner } = testDatabase();
const job = () => contextOf({ kind: 'system', job: 'rate.refresh' });
const DAYS = ['2025-03-31', '2025-08-15', '2025-12-31', TODAY];
const AREAS = [CITY_SCOPE, ...DISTRICTS, BDA_MERGED];
let world: Awaited<ReturnType<typeof randomWorld>>;

beforeAll(async () => {
  setClock(START);
  await shipRules(job());
  world = await randomWorld(7);
  await refreshAll(job());
});

const cells = () => [
  ...AREAS.flatMap((scope) => [ANY_OPERATOR, ...TYPES].map((operatorType) => ({ scope, operatorType }))),
  ...world.institutions.map(({ id }) => ({ scope: id, operatorType: ANY_OPERATOR })),
];

describe('a figure and its people', () => {
  test.each(DAYS)('every cell of %s opens to exactly as many rows as it counts', async (on) => {
    let seen = 0;
    for (const { scope, operatorType } of cells())
      for (const population of POPULATIONS) {
        const cell = await rateFigure({ on, population, operatorType, snapshot: null }, scope);
        for (const rule of RULE_CODES)
          for (const which of PEOPLE_OF_FIGURE) {
            const filter = { on, version: null, scope, population, operatorType, rule, which };
            expect(await countPeople(filter), JSON.stringify(filter)).toBe(countOf(which, figureUnder(cell, rule)));
          }
        seen += cell.persons;
      }
    expect(seen).toBeGreaterThan(100);
  });

  test('the rows name each person once, and each says why she counts or does not', async () => {
    const filter = { on: TODAY, version: null, scope: CITY_SCOPE, population: 'extended', operatorType: '*', rule: 'standard' } as const;
    const { seqs, total } = await listPeopleRows({ ...filter, which: 'persons' });
    const people = await describePeople(seqs, filter);
    expect(people).toHaveLength(total);
    expect(new Set(people.map(({ personId }) => personId)).size).toBe(total);
    for (const { verdict, certificate, clause, reason } of people) {
      if (verdict === 'counts') expect([certificate, clause, reason]).toEqual([expect.anything(), expect.any(String), null]);
      else expect(reason).not.toBeNull();
    }
    const certified = await listPeopleRows({ ...filter, which: 'certified' });
    expect(people.filter(({ verdict }) => verdict === 'counts')).toHaveLength(certified.total);
  });

  test('a page is a part of the list', async () => {
    const filter = {
      on: TODAY,
      version: null,
      scope: CITY_SCOPE,
      population: 'filed',
      operatorType: '*',
      rule: 'standard',
      which: 'persons',
    } as const;
    const all = await listPeopleRows(filter);
    const second = await listPeopleRows(filter, { limit: 5, offset: 5 });
    expect(second).toEqual({ seqs: all.seqs.slice(5, 10), total: all.total });
  });

  test('the institutions of an area add up to its people, who are counted once', async () => {
    for (const scope of AREAS) {
      const request = { on: TODAY, snapshot: null, scope, population: 'filed', operatorType: '*', rule: 'standard' } as const;
      const { rows } = await listInstitutionRates(request, { sort: 'rate', descending: true, limit: 100, offset: 0 });
      for (const { id, n, d, pending } of rows)
        expect({ n, d, pending }).toEqual(figureUnder(await rateFigure({ ...request, operatorType: '*' }, id), 'standard'));
      const cell = (await rateFigures(request, [scope])).get(scope);
      expect(rows.reduce((sum, { d }) => sum + d, 0)).toBeGreaterThanOrEqual(cell?.persons ?? 0);
      expect(rows).toHaveLength(cell?.institutions ?? -1);
      expect(rows.filter(({ isFresh }) => isFresh)).toHaveLength(cell?.freshInstitutions ?? -1);
    }
  });

  test('the development area put into 大兴 counts its people once', async () => {
    const choice = { on: TODAY, population: 'filed', operatorType: '*', snapshot: null } as const;
    const figures = await rateFigures(choice, [BDA_MERGED, '110115', '110302']);
    const [merged, daxing, area] = [BDA_MERGED, '110115', '110302'].map((scope) => figures.get(scope)?.persons ?? 0);
    expect(merged).toBeLessThanOrEqual((daxing ?? 0) + (area ?? 0));
    expect(merged).toBeGreaterThanOrEqual(Math.max(daxing ?? 0, area ?? 0));
    expect(merged).toBeGreaterThan(0);
  });

  test('the trend ends at the figure of the day and passes through those of the months', async () => {
    for (const { scope, operatorType } of cells()) {
      const points = await rateTrend({ scope, operatorType, population: 'filed', on: TODAY }, 12);
      expect(points).toHaveLength(13);
      for (const { on, known } of [points[3], points[9], points[12]].flatMap((point) => point ?? []))
        expect(known).toEqual(await rateFigure({ on, population: 'filed', operatorType, snapshot: null }, scope));
    }
  });
});

describe('what was recorded then', () => {
  let kept: Snapshot;
  const on = '2025-12-31';

  beforeAll(async () => {
    const id = await freezeRate(job(), 'nightly', on);
    kept = await getSnapshot(id ?? '');
    // Everybody who waited is verified, and an institution turns out to have closed in autumn.
    await owner()`update certificate set status = 'verified', verified_at = now() where status = 'submitted'`;
    await owner()`delete from engagement where id in (select id from engagement e where not exists (select 1 from off_post o where o.engagement_id = e.id) order by id limit 4)`;
    await refreshAll(job());
  });

  test('stays, cell by cell and person by person, while what is known now has moved on', async () => {
    let moved = 0;
    for (const { scope, operatorType } of cells()) {
      const request = { on, population: 'filed', operatorType } as const;
      const [then, known] = [
        await rateFigure({ ...request, snapshot: kept }, scope),
        await rateFigure({ ...request, snapshot: null }, scope),
      ];
      for (const which of PEOPLE_OF_FIGURE) {
        const filter = { on, scope, population: 'filed', operatorType, rule: 'standard', which } as const;
        expect(await countPeople({ ...filter, version: kept.version })).toBe(countOf(which, figureUnder(then, 'standard')));
        expect(await countPeople({ ...filter, version: null })).toBe(countOf(which, figureUnder(known, 'standard')));
      }
      if (JSON.stringify(then) !== JSON.stringify(known)) moved += 1;
    }
    expect(moved).toBeGreaterThan(5);
  });

  test('its check values hold, and a changed cell or person is found', async () => {
    expect(await verifySnapshot(kept)).toMatchObject({ cellsMatch: true, peopleMatch: true });
    await owner()`update rate_snapshot_cell set standard = standard + 1 where snapshot_id = ${kept.id} and scope = 'city'`;
    await owner()`update rate_segment set standard_by = null where seq = (select seq from rate_segment where standard_by is not null and from_on <= ${on} and (until_on is null or until_on > ${on}) and from_version <= ${kept.version} and (until_version is null or until_version > ${kept.version}) limit 1)`;
    expect(await verifySnapshot(kept)).toMatchObject({ cellsMatch: false, peopleMatch: false });
  });
});

test('nobody on post: zeros, for every scope asked for', async () => {
  const figures = await rateFigures({ on: '2024-01-01', population: 'filed', operatorType: '*', snapshot: null });
  expect(figures.size).toBe(18);
  expect([...figures.values()].every(({ persons }) => persons === 0)).toBe(true);
});
