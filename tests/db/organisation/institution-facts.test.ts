import { expect, test } from 'vitest';
import { aMember } from '#db/seed/builders/accounts';
import type { anInstitution } from '#db/seed/builders/organisations';
import { changeFiling } from '~/domain/organisation/change-filing.server';
import { changeOperator } from '~/domain/organisation/change-operator.server';
import { correctInstitutionPeriod } from '~/domain/organisation/correct-period.server';
import { getInstitution, getMovedAway, hasMovedAway } from '~/domain/organisation/institution-page.server';
import { readPeriods } from '~/domain/organisation/institution-periods.server';
import { listInstitutions } from '~/domain/organisation/institution-queries.server';
import { moveInstitution } from '~/domain/organisation/move-institution.server';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { anInstitutionWithOfficers, fileOf, periodsOf, rowOf, scene } from './institution-scene';

const { db } = testDatabase();
const TABLES = ['organisation', 'institution_file', 'institution_period'];
const stranger = async () => (await aMember(db, 'institution_admin')).actor;
const FROM = '2026-01-05';
const today = () => beijingDate(now());
const PAGE = { limit: 50, offset: 0 };

const cancel = { to: 'cancelled' as const, fromOn: FROM, reason: '不再开展托育服务' };

sevenQuestions(
  'changeFiling',
  scene((ctx, id) => changeFiling(ctx, id, cancel)),
  {
    event: 'institution.filing_changed',
    tables: TABLES,
    works: async (_, { place }) => {
      expect(await rowOf(place.id)).toMatchObject({ filingStatus: 'cancelled', filedOn: '2022-03-01' });
      expect(await periodsOf(place.id)).toMatchObject([
        { fromOn: '2022-03-01', untilOn: FROM, filing: 'filed' },
        { fromOn: FROM, untilOn: null, filing: 'cancelled' },
      ]);
    },
    wrongState: {
      scene: scene((ctx, id) => changeFiling(ctx, id, cancel), { filingStatus: 'not_filed', filedOn: null }),
      code: 'wrong_state',
    },
    wrongRole: stranger,
    repeated: 'unchanged',
  },
);

const operator = { operatorType: 'community' as const, fromOn: FROM, reason: '转为社区办' };
sevenQuestions(
  'changeOperator',
  scene((ctx, id) => changeOperator(ctx, id, operator)),
  {
    event: 'institution.operator_changed',
    tables: TABLES,
    works: async (_, { place }) => {
      expect(await rowOf(place.id)).toMatchObject({ operatorType: 'community' });
      expect(await periodsOf(place.id)).toMatchObject([
        { operator: 'private', untilOn: FROM },
        { operator: 'community', untilOn: null },
      ]);
    },
    wrongState: { scene: scene((ctx, id) => changeOperator(ctx, id, operator), { status: 'applied' }), code: 'wrong_state' },
    wrongRole: stranger,
    repeated: 'unchanged',
  },
);

const within = { districtCode: '110105', subdistrict: '望京街道', address: '望京东路8号', fromOn: FROM, reason: '租约到期' };
sevenQuestions(
  'moveInstitution',
  scene((ctx, id) => moveInstitution(ctx, id, within)),
  {
    event: 'institution.moved',
    tables: TABLES,
    works: async (_, { place }) => {
      expect(await rowOf(place.id)).toMatchObject({ address: '望京东路8号', districtCode: '110105', filingStatus: 'filed' });
      expect(await fileOf(place.id)).toMatchObject({ subdistrict: '望京街道' });
      expect(await periodsOf(place.id)).toHaveLength(1);
    },
    wrongState: { scene: scene((ctx, id) => moveInstitution(ctx, id, within), { status: 'applied' }), code: 'wrong_state' },
    wrongRole: stranger,
    repeated: 'unchanged',
  },
);

async function correcting(columns: Parameters<typeof anInstitution>[1] = {}) {
  const found = await anInstitutionWithOfficers(columns);
  const [period] = await readPeriods(db, found.place.id);
  const right = {
    filingStatus: 'filed',
    operatorType: 'public',
    districtCode: '110105',
    fromOn: '2022-04-01',
    reason: '录入有误',
  } as const;
  return {
    ...found,
    call: (ctx: Parameters<typeof changeFiling>[0]) => correctInstitutionPeriod(ctx, found.place.id, period?.id ?? '', right),
  };
}
sevenQuestions('correctInstitutionPeriod', correcting, {
  event: 'institution.period_corrected',
  tables: TABLES,
  works: async (_, { place }) => {
    expect(await periodsOf(place.id)).toMatchObject([{ fromOn: '2022-04-01', untilOn: null, operator: 'public' }]);
    expect(await rowOf(place.id)).toMatchObject({ operatorType: 'public', filedOn: '2022-04-01' });
  },
  wrongState: { scene: () => correcting({ status: 'applied' }), code: 'wrong_state' },
  wrongRole: stranger,
  repeated: 'unchanged',
});

test('what was filed first gets its day and number; a day before it was entered moves the beginning', async () => {
  const { actor, place } = await anInstitutionWithOfficers({ filingStatus: 'not_filed', filedOn: null });
  const file = { to: 'filed' as const, fromOn: '2022-02-01', reason: '备案' };
  await expect(changeFiling(contextOf(actor), place.id, file)).rejects.toMatchObject({ code: 'field_required', field: 'filingNo' });
  await changeFiling(contextOf(actor), place.id, { ...file, filingNo: '演示备字1号' });
  expect(await periodsOf(place.id)).toMatchObject([{ fromOn: '2022-02-01', untilOn: null, filing: 'filed' }]);
  expect(await rowOf(place.id)).toMatchObject({ filedOn: '2022-02-01' });
  expect(await fileOf(place.id)).toMatchObject({ filingNo: '演示备字1号' });
});

test('nothing changes from a day to come, nor before a later change of the same fact', async () => {
  const { actor, place } = await anInstitutionWithOfficers();
  const change = (fromOn: string, operatorType: 'public' | 'community') =>
    changeOperator(contextOf(actor), place.id, { operatorType, fromOn, reason: '变更' });
  await expect(change('2099-01-01', 'public')).rejects.toMatchObject({ code: 'day_in_future', field: 'fromOn' });
  await change(FROM, 'public');
  await expect(change('2024-01-01', 'community')).rejects.toMatchObject({ code: 'later_change', params: { date: FROM } });
  await change(FROM, 'community');
  expect(await periodsOf(place.id)).toMatchObject([{ operator: 'private' }, { operator: 'community', fromOn: FROM }]);
});

test('nobody is licensed before the setting allows it', async () => {
  const { actor, place } = await anInstitutionWithOfficers();
  const licence = { to: 'licensed' as const, fromOn: FROM, reason: '许可' };
  await expect(changeFiling(contextOf(actor), place.id, licence)).rejects.toMatchObject({ code: 'licensing_off' });
});

test('after a move to another district the old one keeps the history alone, and the new one confirms the filing', async () => {
  const { actor, stranger: other, place } = await anInstitutionWithOfficers();
  const move = { districtCode: '110108', subdistrict: '上地街道', address: '上地东路1号', fromOn: FROM, reason: '迁址' };
  await moveInstitution(contextOf(actor), place.id, move);
  expect(await periodsOf(place.id)).toMatchObject([
    { district: '110105', untilOn: FROM, filing: 'filed' },
    { district: '110108', untilOn: null, filing: 'changed_pending' },
  ]);
  const ids = async (as: typeof actor, state?: 'moved_away') =>
    (await listInstitutions(as, { q: place.name, street: '', state }, PAGE)).rows.map((row) => row.id);
  expect(await ids(actor)).toEqual([]);
  expect(await ids(actor, 'moved_away')).toEqual([place.id]);
  expect(await ids(other)).toEqual([place.id]);
  expect(await hasMovedAway(actor, place.id)).toBe(true);
  expect(await getMovedAway(actor, place.id)).toMatchObject({ movedOn: FROM, periods: [{ districtCode: '110105' }] });
  await expect(getInstitution(actor, place.id, now())).rejects.toMatchObject({ status: 404 });
  expect(await getInstitution(other, place.id, now())).toMatchObject({ institution: { districtCode: '110108' } });
  await expect(changeFiling(contextOf(actor), place.id, { ...cancel, fromOn: today() })).rejects.toMatchObject({ status: 404 });
  await changeFiling(contextOf(other), place.id, { to: 'filed', fromOn: today(), reason: '核准变更' });
  expect(await rowOf(place.id)).toMatchObject({ filingStatus: 'filed', filedOn: '2022-03-01' });
});

test('a district officer cannot correct the past of another district; the city can', async () => {
  const { actor, place } = await anInstitutionWithOfficers();
  const [period] = await readPeriods(db, place.id);
  const right = { filingStatus: 'filed', operatorType: 'private', districtCode: '110101', fromOn: '2022-03-01', reason: '录错区' } as const;
  const id = period?.id ?? '';
  await expect(correctInstitutionPeriod(contextOf(actor), place.id, id, right)).rejects.toMatchObject({ code: 'outside_area' });
  const city = await aMember(db, 'city_officer');
  await correctInstitutionPeriod(contextOf(city.actor), place.id, id, right);
  expect(await rowOf(place.id)).toMatchObject({ districtCode: '110101' });
});
