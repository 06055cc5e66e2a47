import { describe, expect, test } from 'vitest';
import {
  checkOf,
  countsAsPoint,
  mayMovePoint,
  type PointFacts,
  type PointGap,
  type PointState,
  pointGaps,
  stateGap,
  staysConfirmed,
  tidyState,
} from '~/domain/talent/programme';

const COUNTED: PointFacts = {
  status: 'filed',
  filedOn: '2022-03-01',
  endedOn: null,
  confirmed: true,
  childcareRelated: true,
  intakes: [
    { year: 2025, plannedIntake: 40, actualIntake: 38 },
    { year: 2026, plannedIntake: 40, actualIntake: null },
  ],
};
const with2026 = (plannedIntake: number, actualIntake: number | null) => ({ intakes: [{ year: 2026, plannedIntake, actualIntake }] });

describe('a point of 2026', () => {
  test.each<[string, Partial<PointFacts>, PointGap[]]>([
    ['filed, enrolling by plan and confirmed', {}, []],
    ['whose enrolment is over', with2026(40, 35), []],
    ['that enrolled although nothing was planned', with2026(0, 5), []],
    ['filed on the last day of the year', { filedOn: '2026-12-31' }, []],
    ['that ends on the first day of the next year', { status: 'ended', endedOn: '2027-01-01' }, []],
    ['not childcare-related', { childcareRelated: false }, ['not_childcare']],
    ['only planned', { status: 'planned', filedOn: null }, ['not_filed']],
    ['filed in the next year', { filedOn: '2027-01-01' }, ['not_filed']],
    ['ended on the last day of the year', { status: 'ended', endedOn: '2026-12-31' }, ['ended']],
    ['ended years ago', { status: 'ended', endedOn: '2024-09-01' }, ['ended']],
    ['that was given up before it was filed', { status: 'ended', filedOn: null, endedOn: '2026-05-01' }, ['not_filed', 'ended']],
    ['that plans nobody', with2026(0, null), ['not_enrolling']],
    ['that planned and then enrolled nobody', with2026(40, 0), ['not_enrolling']],
    ['without an entry for the year', { intakes: [{ year: 2025, plannedIntake: 40, actualIntake: 38 }] }, ['not_enrolling']],
    ['that the commission has not confirmed', { confirmed: false }, ['not_confirmed']],
    [
      'with everything missing',
      { status: 'planned', filedOn: null, childcareRelated: false, confirmed: false, intakes: [] },
      ['not_childcare', 'not_filed', 'not_enrolling', 'not_confirmed'],
    ],
  ])('%s', (_what, facts, gaps) => {
    const point = { ...COUNTED, ...facts };
    expect(pointGaps(point, 2026)).toEqual(gaps);
    expect(countsAsPoint(point, 2026)).toBe(gaps.length === 0);
  });

  test('counted in one year need not count in another', () => {
    const ended: PointFacts = { ...COUNTED, status: 'ended', endedOn: '2026-07-01' };
    expect([2021, 2025, 2026].map((year) => countsAsPoint(ended, year))).toEqual([false, true, false]);
  });
});

const FILED: PointState = { status: 'filed', filedOn: '2024-05-06', documentNo: '演示〔2024〕1号', endedOn: null };

test.each<[string, Partial<PointState>, ReturnType<typeof stateGap>]>([
  ['a plan needs nothing', { status: 'planned', filedOn: null, documentNo: '' }, null],
  ['a filing with day and number', {}, null],
  ['without a day', { filedOn: null }, { field: 'filedOn', code: 'point_filing_missing' }],
  ['without a number', { documentNo: '' }, { field: 'documentNo', code: 'point_number_missing' }],
  ['filed tomorrow', { filedOn: '2026-11-25' }, { field: 'filedOn', code: 'day_in_future' }],
  ['ended without a day', { status: 'ended' }, { field: 'endedOn', code: 'point_end_missing' }],
  ['ended tomorrow', { status: 'ended', endedOn: '2026-11-25' }, { field: 'endedOn', code: 'day_in_future' }],
  ['ended on its first day', { status: 'ended', endedOn: '2024-05-06' }, { field: 'endedOn', code: 'point_end_before_filing' }],
  ['a plan that was given up', { status: 'ended', filedOn: null, documentNo: '', endedOn: '2026-01-01' }, null],
])('state: %s', (_what, state, gap) => expect(stateGap({ ...FILED, ...state }, '2026-11-24')).toEqual(gap));

test('what a status does not have is left out of it', () => {
  expect(tidyState({ ...FILED, status: 'planned', endedOn: '2025-01-01' })).toEqual({
    status: 'planned',
    filedOn: null,
    documentNo: '',
    endedOn: null,
  });
  expect(tidyState({ ...FILED, endedOn: '2025-01-01' })).toEqual(FILED);
});

test.each([
  [{ ...FILED, confirmed: true, returnReason: null }, 'confirmed'],
  [{ ...FILED, confirmed: false, returnReason: null }, 'waiting'],
  [{ ...FILED, confirmed: false, returnReason: '文号不符' }, 'returned'],
  [{ ...FILED, status: 'planned' as const, filedOn: null, confirmed: false, returnReason: null }, 'none'],
  [{ ...FILED, status: 'ended' as const, filedOn: null, confirmed: false, returnReason: null }, 'none'],
])('how far the city’s look has come: %o', (point, check) => expect(checkOf(point)).toBe(check));

test('a confirmation stays with its filing alone, and a confirmed point is no plan again', () => {
  expect(staysConfirmed(FILED, { ...FILED, status: 'ended', endedOn: '2026-01-01' })).toBe(true);
  expect(staysConfirmed(FILED, { ...FILED, documentNo: '演示〔2024〕2号' })).toBe(false);
  expect(staysConfirmed(FILED, { ...FILED, filedOn: '2024-05-07' })).toBe(false);
  expect(staysConfirmed({ ...FILED, status: 'ended', endedOn: '2026-01-01' }, FILED)).toBe(false);
  expect(mayMovePoint('filed', 'planned', true)).toBe(false);
  expect(mayMovePoint('filed', 'planned', false)).toBe(true);
  expect(mayMovePoint('ended', 'filed', true)).toBe(true);
});
