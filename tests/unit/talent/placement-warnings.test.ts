import { describe, expect, test } from 'vitest';
import {
  isAssessmentPoints,
  mayPlacementMove,
  PLACEMENT_STATUSES,
  type PlacementStatus,
  phaseOf,
  suggestedResult,
} from '~/domain/talent/placement';
import { insuranceIn, mentorsIn } from '~/domain/talent/placement/ledger-cells';
import { type PlacementFacts, type PlacementWarning, warningsOf } from '~/domain/talent/placement/warnings';

const right: PlacementFacts = {
  kind: 'post',
  fromOn: '2026-03-01',
  untilOn: '2026-08-31',
  hoursPerDay: 8,
  agreementSignedOn: '2026-02-20',
  guardianConsent: false,
  insuranceNo: 'BX-1',
  insuredUntilOn: '2026-08-31',
  bornOn: '2006-01-01',
  hasCooperation: true,
  overlaps: false,
};

describe('warnings of a placement', () => {
  test.each<[string, Partial<PlacementFacts>, PlacementWarning[]]>([
    ['six months, all papers', {}, []],
    ['five months to the day', { untilOn: '2026-07-31' }, []],
    ['a day less than five months', { untilOn: '2026-07-30' }, ['too_short']],
    ['seven months to the day', { untilOn: '2026-09-30', insuredUntilOn: '2026-09-30' }, []],
    ['a day more than seven months', { untilOn: '2026-10-01', insuredUntilOn: '2026-10-01' }, ['too_long']],
    ['an orientation of a week', { kind: 'orientation', untilOn: '2026-03-07' }, []],
    ['eight and a half hours', { hoursPerDay: 8.5 }, ['hours']],
    ['hours unknown', { hoursPerDay: null }, []],
    ['no insurance', { insuranceNo: '', insuredUntilOn: null }, ['insurance_missing']],
    ['insurance of no last day', { insuredUntilOn: null }, ['insurance_ends']],
    ['insurance until the day before the last', { insuredUntilOn: '2026-08-30' }, ['insurance_ends']],
    ['signed on the first day', { agreementSignedOn: '2026-03-01' }, []],
    ['signed on the second day', { agreementSignedOn: '2026-03-02' }, ['agreement_late']],
    ['day of the agreement unknown', { agreementSignedOn: null }, ['agreement_missing']],
    ['eighteen on the first day', { bornOn: '2008-03-01' }, []],
    ['eighteen on the second day', { bornOn: '2008-03-02' }, ['guardian_consent']],
    ['a minor whose guardian signed', { bornOn: '2009-03-02', guardianConsent: true }, []],
    ['a birth nobody knows', { bornOn: null }, []],
    ['no agreement between the two', { hasCooperation: false }, ['no_cooperation']],
    ['two placements at once', { overlaps: true }, ['overlap']],
    [
      'several things at once',
      { hoursPerDay: 9, insuranceNo: '', hasCooperation: false },
      ['hours', 'insurance_missing', 'no_cooperation'],
    ],
  ])('%s', (_what, facts, warnings) => {
    expect(warningsOf({ ...right, ...facts }, 6)).toEqual(warnings);
  });

  test('the usual length is a setting', () => {
    expect(warningsOf(right, 12)).toEqual(['too_short']);
    expect(warningsOf(right, 4)).toEqual(['too_long']);
  });
});

describe('moves', () => {
  const allowed: Record<PlacementStatus, PlacementStatus[]> = {
    proposed: ['accepted', 'declined', 'broken_off'],
    accepted: ['finished', 'broken_off'],
    declined: [],
    finished: [],
    broken_off: [],
  };
  test.each(PLACEMENT_STATUSES.flatMap((from) => PLACEMENT_STATUSES.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    expect(mayPlacementMove(from, to)).toBe(allowed[from].includes(to));
  });
});

describe('how far it is', () => {
  const days = { fromOn: '2026-03-01', untilOn: '2026-08-31', endedOn: null };
  test.each<[string, PlacementStatus, string, string | null, string]>([
    ['proposed', 'proposed', '2026-05-01', null, 'proposed'],
    ['the day before', 'accepted', '2026-02-28', null, 'coming'],
    ['the first day', 'accepted', '2026-03-01', null, 'running'],
    ['the last day', 'accepted', '2026-08-31', null, 'running'],
    ['the day after', 'accepted', '2026-09-01', null, 'over'],
    ['staff from a day within it', 'accepted', '2026-06-01', '2026-06-01', 'over'],
    ['finished', 'finished', '2026-09-02', null, 'finished'],
    ['broken off', 'broken_off', '2026-05-01', '2026-04-01', 'broken_off'],
  ])('%s', (_what, status, today, endedOn, phase) => {
    expect(phaseOf({ ...days, status, endedOn }, today)).toBe(phase);
  });
});

test.each([
  [95, 85, 'excellent'],
  [90, 89.9, 'good'],
  [75, 75, 'good'],
  [74.9, 75, 'pass'],
  [60, 60, 'pass'],
  [59.9, 60, 'fail'],
] as const)('points %d and %d suggest %s', (college, institution, result) => {
  expect(suggestedResult(college, institution)).toBe(result);
});

test.each([
  [0, true],
  [100, true],
  [82.5, true],
  [100.5, false],
  [-1, false],
])('points %d', (points, fine) => {
  expect(isAssessmentPoints(points)).toBe(fine);
});

test('cells of the ledger', () => {
  expect(insuranceIn('BX-1(至 2026-08-31)')).toEqual({ insurance_no: 'BX-1', insured_until_on: '2026-08-31' });
  expect(insuranceIn('已办理')).toEqual({ insurance_no: '已办理', insured_until_on: null });
  expect(insuranceIn(null)).toEqual({ insurance_no: '', insured_until_on: null });
  expect(mentorsIn('王老师/李老师')).toEqual({ college_mentor: '王老师', institution_mentor: '李老师' });
  expect(mentorsIn('王老师')).toEqual({ college_mentor: '王老师', institution_mentor: '' });
});
