import { describe, expect, test } from 'vitest';
import { fillingClasses, outlineOn, postTrainingNumber, postTrainingProgress } from '~/domain/completion/post-training';
import { SEED_OUTLINES } from '~/domain/course/outline-seed';
import { beijingInstant } from '~/domain/shared/period';

const HOUR = 45;
const NOW = beijingInstant('2026-03-10', '12:00');
const version = (n: number, effectiveOn: string, theory: number, practice: number) => ({
  id: `v${n}`,
  version: n,
  effectiveOn,
  theoryMinutes: theory * HOUR,
  practiceMinutes: practice * HOUR,
});
const CAREGIVER = [version(1, '2023-01-01', 60, 60)];
const done = (completedOn: string, theory: number, practice: number) => ({
  completedOn,
  theoryMinutes: theory * HOUR,
  practiceMinutes: practice * HOUR,
});

test('the shipped outlines ask for 60 hours of principals and 120 of caregivers', () => {
  const hours = (category: string) => {
    const found = SEED_OUTLINES.find((each) => each.category === category);
    return [found?.theoryMinutes, found?.practiceMinutes].map((minutes) => (minutes ?? 0) / HOUR);
  };
  expect(hours('principal')).toEqual([40, 20]);
  expect(hours('caregiver')).toEqual([60, 60]);
});

describe('who has met the outline', () => {
  test.each([
    ['one class of all hours', [done('2026-01-01', 60, 60)], '2026-01-01'],
    [
      'three short classes, on the day of the last',
      [done('2024-05-01', 20, 20), done('2026-02-01', 10, 20), done('2025-03-01', 30, 20)],
      '2026-02-01',
    ],
    ['enough in all, but too little practice', [done('2026-01-01', 100, 59)], null],
    ['enough in all, but too little theory', [done('2026-01-01', 59, 100)], null],
    ['one minute short', [{ completedOn: '2026-01-01', theoryMinutes: 60 * HOUR, practiceMinutes: 60 * HOUR - 1 }], null],
    ['nothing', [], null],
    ['a further class does not move the day', [done('2025-01-01', 60, 60), done('2026-01-01', 60, 60)], '2025-01-01'],
  ])('%s', (_, completions, on) => {
    expect(postTrainingProgress(CAREGIVER, completions, NOW)?.met?.on ?? null).toBe(on);
  });

  test('what is missing is said for theory and practice apart', () => {
    const progress = postTrainingProgress(CAREGIVER, [done('2026-01-01', 70, 12)], NOW);
    expect(progress?.missing).toEqual({ theory: 0, practice: 48 * HOUR });
    expect(progress?.met).toBeNull();
  });

  test('a later version asks nothing of those who had met the one before, and more of the others', () => {
    const versions = [...CAREGIVER, version(2, '2026-01-01', 80, 80)];
    expect(postTrainingProgress(versions, [done('2025-12-31', 60, 60)], NOW)?.met).toMatchObject({
      on: '2025-12-31',
      outline: { id: 'v1' },
    });
    const late = postTrainingProgress(versions, [done('2025-12-31', 60, 59), done('2026-01-01', 0, 1)], NOW);
    expect(late).toMatchObject({ met: null, missing: { theory: 20 * HOUR, practice: 20 * HOUR } });
  });

  test('a category without an outline has no such training', () => {
    expect(postTrainingProgress([], [done('2026-01-01', 60, 60)], NOW)).toBeNull();
  });

  test('before the first version the first is meant', () => {
    expect(outlineOn(CAREGIVER, '2022-06-01')?.id).toBe('v1');
  });
});

test('of the open classes those come first that fill the whole gap; those that add nothing are left out', () => {
  const classes = [
    { id: 'theory only', theoryMinutes: 900, practiceMinutes: 0 },
    { id: 'a part', theoryMinutes: 0, practiceMinutes: 90 },
    { id: 'all', theoryMinutes: 0, practiceMinutes: 900 },
  ];
  expect(fillingClasses({ theory: 0, practice: 450 }, classes).map((each) => [each.id, each.fillsWhole])).toEqual([
    ['all', true],
    ['a part', false],
  ]);
});

test('numbers name category, district and year', () => {
  expect(postTrainingNumber('caregiver', '110105', 2026, 12)).toBe('BJGW-C-110105-2026-00012');
  expect(postTrainingNumber('principal', null, 2026, 100_000)).toBe('BJGW-P-110000-2026-100000');
});
