import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ATTENDANCE_MARKS,
  attendancePercent,
  creditedMinutes,
  EMPTY_LEDGER,
  type LedgerLesson,
  ledger,
  mayRecordAttendance,
  needsLateReason,
  reachesAttendance,
} from '~/domain/attendance/attendance';

test.each([
  ['present', 0, 180],
  ['late', 0, 180],
  ['late', 25, 155],
  ['late', 500, 0],
  ['late', -5, 180],
  ['leave', 0, 0],
  ['absent', 0, 0],
] as const)('%s, %i minutes late, earns %i of 180', (mark, late, credited) => {
  expect(creditedMinutes(mark, 180, late)).toBe(credited);
});

const lessons: LedgerLesson[] = [
  { id: 'a', kind: 'theory', status: 'scheduled', minutes: 180 },
  { id: 'b', kind: 'practice', status: 'scheduled', minutes: 90 },
  { id: 'c', kind: 'theory', status: 'cancelled', minutes: 180 },
];

test('theory and practice are kept apart, and a cancelled lesson counts on neither side', () => {
  const book = ledger(lessons, [
    { lessonId: 'a', mark: 'late', minutesCredited: 155 },
    { lessonId: 'b', mark: 'leave', minutesCredited: 0 },
    { lessonId: 'c', mark: 'present', minutesCredited: 180 },
  ]);
  expect(book).toEqual({
    theoryScheduled: 180,
    theoryCredited: 155,
    practiceScheduled: 90,
    practiceCredited: 0,
    lessonsScheduled: 2,
    lessonsMarked: 2,
    lessonsAttended: 1,
  });
});

test('credit is never more than the lesson and never for an absence', () => {
  const mark = fc.record({
    lessonId: fc.constantFrom('a', 'b', 'c', 'unknown'),
    mark: fc.constantFrom(...ATTENDANCE_MARKS),
    minutesCredited: fc.integer({ min: -100, max: 1000 }),
  });
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 8 }), (marks) => {
      const book = ledger(lessons, marks);
      expect(book.theoryCredited).toBeGreaterThanOrEqual(0);
      expect(book.theoryCredited).toBeLessThanOrEqual(book.theoryScheduled);
      expect(book.practiceCredited).toBeLessThanOrEqual(book.practiceScheduled);
      expect(book.lessonsAttended).toBeLessThanOrEqual(book.lessonsMarked);
      if (book.lessonsAttended === 0) expect(book.theoryCredited + book.practiceCredited).toBe(0);
    }),
  );
});

describe('the share that was attended', () => {
  const book = (credited: number) => ({ ...EMPTY_LEDGER, theoryScheduled: 3000, theoryCredited: credited });

  test('is compared exactly, not as it is shown', () => {
    expect(attendancePercent(book(2399))).toBe(79.9);
    expect(reachesAttendance(book(2399), 80)).toBe(false);
    expect(reachesAttendance(book(2400), 80)).toBe(true);
  });

  test('of nothing is unknown and not reached', () => {
    expect(attendancePercent(EMPTY_LEDGER)).toBeNull();
    expect(reachesAttendance(EMPTY_LEDGER, 0)).toBe(false);
  });
});

test('an entry more than seven days after the lesson needs a reason', () => {
  expect(needsLateReason('2026-11-16', '2026-11-23')).toBe(false);
  expect(needsLateReason('2026-11-15', '2026-11-23')).toBe(true);
});

test('nobody is marked before the day of the lesson', () => {
  expect(mayRecordAttendance('2026-11-24', '2026-11-23')).toBe(false);
  expect(mayRecordAttendance('2026-11-23', '2026-11-23')).toBe(true);
});
