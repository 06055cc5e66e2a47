import { describe, expect, test } from 'vitest';
import { DEFAULT_PASS_RULE, isRefresher } from '~/domain/course/course';
import { type CompletedTraining, certifies, lastValidDay } from '~/domain/health-care/training/training';

const training: CompletedTraining = {
  byMchCentre: true,
  isHistoric: false,
  passRule: DEFAULT_PASS_RULE,
  isRefresher: false,
  heldBefore: false,
};
const NO_SKILLS = { ...DEFAULT_PASS_RULE, minPracticalScore: null };
const NO_THEORY = { ...DEFAULT_PASS_RULE, minTheoryScore: null };

describe('what a pass of health-care training gives a certificate for', () => {
  test.each<[string, Partial<CompletedTraining>, ReturnType<typeof certifies>]>([
    ['the whole outline, both tests', {}, 'pre_job'],
    ['the whole outline again, by somebody who holds one', { heldBefore: true }, 'refresher'],
    ['a refresher by somebody who holds one', { isRefresher: true, heldBefore: true }, 'refresher'],
    ['a refresher by somebody who holds none', { isRefresher: true }, null],
    ['without a skills test', { passRule: NO_SKILLS }, null],
    ['without a theory test', { passRule: NO_THEORY }, null],
    ['a refresher without a skills test', { passRule: NO_SKILLS, isRefresher: true, heldBefore: true }, null],
    ['of the years before the platform, whatever was examined', { isHistoric: true, passRule: NO_SKILLS }, 'pre_job'],
    ['by another provider', { byMchCentre: false }, null],
    ['by another provider, years ago', { byMchCentre: false, isHistoric: true }, null],
  ])('%s', (_, change, kind) => {
    expect(certifies({ ...training, ...change })).toBe(kind);
  });
});

test.each([
  ['2026-03-05', null, null],
  ['2026-03-05', 36, '2029-03-04'],
  ['2026-03-05', 1, '2026-04-04'],
  ['2026-01-31', 1, '2026-02-27'],
  ['2024-02-29', 12, '2025-02-27'],
  ['2026-01-01', 12, '2026-12-31'],
])('issued on %s for %s months: valid until %s', (issuedOn, months, until) => {
  expect(lastValidDay(issuedOn, months)).toBe(until);
});

test('a course below the outline of health-care staff is a refresher; one that nobody measured is not', () => {
  const measured = (category: 'health_staff' | 'caregiver', meetsOutline: boolean) => ({ category, meetsOutline });
  expect(isRefresher('health_staff', [measured('health_staff', false)])).toBe(true);
  expect(isRefresher('health_staff', [measured('health_staff', true), measured('caregiver', false)])).toBe(false);
  expect(isRefresher('health_staff', [])).toBe(false);
});
