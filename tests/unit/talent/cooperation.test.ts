import { expect, test } from 'vitest';
import {
  type AgreementPhase,
  type AgreementStatus,
  agreementDaysGap,
  agreementPhase,
  type EnterpriseStatus,
  enterpriseGap,
  practiceGap,
} from '~/domain/talent/cooperation';

const TODAY = '2026-11-24';
const ENDING_DAYS = 60;

test.each<[string, AgreementStatus, string, string, boolean, AgreementPhase]>([
  ['handed in', 'proposed', '2026-01-01', '2026-12-31', false, 'proposed'],
  ['declined', 'declined', '2026-01-01', '2026-12-31', false, 'declined'],
  ['ended before its last day', 'ended', '2026-01-01', '2027-12-31', false, 'ended'],
  ['begins tomorrow', 'confirmed', '2026-11-25', '2027-11-24', false, 'coming'],
  ['begins today', 'confirmed', TODAY, '2027-11-24', false, 'running'],
  ['its last day is today', 'confirmed', '2026-01-01', TODAY, false, 'ending'],
  ['its last day was yesterday', 'confirmed', '2026-01-01', '2026-11-23', false, 'over'],
  ['ends on the last day that is told', 'confirmed', '2026-01-01', '2027-01-22', false, 'ending'],
  ['ends a day later', 'confirmed', '2026-01-01', '2027-01-23', false, 'running'],
  ['ends soon and was renewed', 'confirmed', '2026-01-01', '2026-12-31', true, 'running'],
])('an agreement that %s', (_what, status, fromOn, untilOn, isRenewed, phase) =>
  expect(agreementPhase({ status, fromOn, untilOn, isRenewed }, TODAY, ENDING_DAYS)).toBe(phase),
);

const days = { signedOn: '2026-01-01', fromOn: '2026-01-01', untilOn: '2027-12-31' };
test.each([
  ['signed on its first day', {}, null],
  ['of one day', { untilOn: '2026-01-01' }, null],
  ['that ends before it begins', { untilOn: '2025-12-31' }, 'agreement_days'],
  ['signed after it began', { signedOn: '2026-01-02' }, 'agreement_signed_late'],
  ['of eleven years', { untilOn: '2036-12-31' }, 'agreement_too_long'],
])('days of an agreement %s', (_what, other, code) => expect(agreementDaysGap({ ...days, ...other })?.code ?? null).toBe(code));

test.each([
  ['as many days as there are', { fromOn: '2026-07-06', untilOn: '2026-07-10', days: 5 }, null],
  ['fewer', { fromOn: '2026-07-06', untilOn: '2026-07-17', days: 8 }, null],
  ['one more', { fromOn: '2026-07-06', untilOn: '2026-07-10', days: 6 }, 'practice_too_many_days'],
  ['that end before they begin', { fromOn: '2026-07-06', untilOn: '2026-07-05', days: 1 }, 'practice_days_order'],
])('practice of %s', (_what, practice, code) => expect(practiceGap(practice)?.code ?? null).toBe(code));

test.each<[string, string | null, EnterpriseStatus, string, string | null]>([
  ['the same status', null, 'cultivating', '2026-05-01', 'enterprise_same'],
  ['the other status on a later day', null, 'certified', '2025-03-02', null],
  ['the other status on the same day', null, 'certified', '2025-03-01', 'later_change'],
  ['the other status on an earlier day', null, 'certified', '2025-02-28', 'later_change'],
  ['the same status after it had ended', '2026-01-01', 'cultivating', '2026-05-01', null],
  ['what begins on the day of its end', '2026-01-01', 'certified', '2026-01-01', null],
  ['what begins before its end', '2026-01-01', 'certified', '2025-12-31', 'later_change'],
])('an enterprise in cultivation since 1 March 2025 is followed by %s', (_what, untilOn, status, fromOn, code) => {
  const last = { status: 'cultivating' as const, fromOn: '2025-03-01', untilOn, documentNo: '演示' };
  expect(enterpriseGap(last, { status, fromOn })?.code ?? null).toBe(code);
});

test('a first entry follows nothing', () => expect(enterpriseGap(undefined, { status: 'certified', fromOn: '2026-01-01' })).toBeNull());
