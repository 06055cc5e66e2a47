import { beforeEach, describe, expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission } from '#db/seed/builders/organisations';
import { listNewInstitutions } from '~/domain/health-care/coverage/institutions.server';
import { mayOpenArea, openArea } from '~/domain/health-care/coverage/open-area.server';
import { WHICH_INSTITUTIONS, type WhichInstitutions } from '~/domain/health-care/coverage/reading';
import { coverageTrend } from '~/domain/health-care/coverage/trend.server';
import { coverageByScope, coverageOn } from '~/domain/health-care/coverage.server';
import { shipHealthCareRule } from '~/domain/health-care/rule/ship-rule.server';
import { districtScopes } from '~/domain/organisation/areas';
import { testDatabase } from '../../support/database';
import { CLEARED, newlyFiled, refresh, system, trainedWorker } from './clock-scene';

const { db, owner } = testDatabase();
const DAY = '2026-04-20';
const ALL = { sort: 'due', descending: false, limit: 100, offset: 0 } as const;
const names = async (scope: string, which?: WhichInstitutions, on = DAY) =>
  (await listNewInstitutions({ on, scope, which }, ALL)).rows.map(({ name }) => name);

/** One of each standing on DAY, in four districts. */
beforeEach(async () => {
  await owner().unsafe(CLEARED);
  await shipHealthCareRule(system());
  const filed = (name: string, districtCode: string, filedOn = '2026-01-10') => newlyFiled({ name, districtCode, filedOn });
  await trainedWorker((await filed('按时', '110105')).id);
  await trainedWorker((await filed('宽限', '110105')).id, { held: { issuedOn: '2026-03-01' } });
  await trainedWorker((await filed('逾期补', '110108')).id, { held: { issuedOn: '2026-04-15' } });
  await filed('等待', '110115', '2026-03-01');
  await filed('逾期', '110302');
  await refresh();
});

test('N and D of the city and each district, and by standing', async () => {
  const cells = await coverageByScope(DAY);
  expect(cells.get('city')).toEqual({
    covered: 3,
    institutions: 5,
    standings: { in_time: 1, in_grace: 1, late: 1, waiting: 1, overdue: 1 },
  });
  expect([...cells].map(([scope, { covered, institutions }]) => [scope, covered, institutions]).filter(([, , d]) => d !== 0)).toEqual([
    ['city', 3, 5],
    ['110105', 2, 2],
    ['110108', 1, 1],
    ['110115', 0, 1],
    ['110302', 0, 1],
  ]);
  expect(await coverageOn('2026-01-31')).toMatchObject({ covered: 1, institutions: 4 });
});

describe('each number opens to exactly its rows', () => {
  test.each(['2026-01-31', '2026-03-31', DAY])('on %s, in every area and standing', async (on) => {
    const scopes = ['city', ...districtScopes(false), '110115+110302'];
    const cells = await coverageByScope(on, scopes);
    for (const scope of scopes) {
      const cell = cells.get(scope);
      for (const which of [undefined, ...WHICH_INSTITUTIONS]) {
        const { rows, total } = await listNewInstitutions({ on, scope, which }, ALL);
        const wanted = which === undefined ? cell?.institutions : which === 'covered' ? cell?.covered : undefined;
        const owing = (cell?.institutions ?? 0) - (cell?.covered ?? 0);
        expect(total).toBe(wanted ?? (which === 'owing' ? owing : cell?.standings[which as 'late']));
        expect(rows).toHaveLength(total);
      }
    }
  });

  test('by name, those due first, and by page', async () => {
    expect(await names('110105')).toEqual(['按时', '宽限']);
    expect(await names('city', 'owing')).toEqual(['逾期', '等待']);
    expect(await names('110115+110302')).toEqual(['逾期', '等待']);
    const asked = { on: DAY, scope: 'city', which: undefined };
    const second = await listNewInstitutions(asked, { sort: 'filed', descending: true, limit: 1, offset: 1 });
    expect(second).toMatchObject({ total: 5, rows: [{ filedOn: '2026-01-10' }] });
    expect((await listNewInstitutions(asked, { sort: 'filed', descending: true, limit: 1, offset: 0 })).rows[0]?.name).toBe('等待');
  });
});

test('month ends and the day asked for', async () => {
  const points = await coverageTrend({ scope: 'city', on: DAY }, 3);
  expect(points).toEqual([
    { on: '2026-01-31', covered: 1, institutions: 4 },
    { on: '2026-02-28', covered: 1, institutions: 4 },
    { on: '2026-03-31', covered: 2, institutions: 5 },
    { on: DAY, covered: 3, institutions: 5 },
  ]);
});

test('a district officer opens her own district, the city every area', async () => {
  const near = (await aMember(db, 'district_officer', await aCommission(db, 'district', { districtCode: '110105' }))).actor;
  const city = (await aMember(db, 'city_officer')).actor;
  expect([openArea(near, undefined), openArea(near, '110105'), openArea(city, undefined)]).toEqual(['110105', '110105', 'city']);
  for (const scope of ['city', '110108', '110115+110302']) {
    expect([mayOpenArea(near, scope), mayOpenArea(city, scope)]).toEqual([false, true]);
    expect(() => openArea(near, scope)).toThrow();
  }
});
