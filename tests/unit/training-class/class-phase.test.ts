import { describe, expect, test } from 'vitest';
import { beijingInstant } from '~/domain/shared/period';
import {
  CLASS_FINAL,
  CLASS_MOVES,
  CLASS_OPEN,
  CLASS_STATUSES,
  type ClassClock,
  type ClassStatus,
  classPhase,
  enrolmentWindowState,
  isBelowMinimum,
  mayMove,
} from '~/domain/training-class/training-class';

const clock: ClassClock = {
  status: 'planned',
  enrolFromOn: '2026-11-10',
  enrolUntilOn: '2026-11-20',
  startsAt: beijingInstant('2026-12-01', '09:00'),
  endsOn: '2026-12-05',
  capacity: 30,
  seatsTaken: 0,
};

test.each([
  ['2026-11-09', '23:59', 'not_open'],
  ['2026-11-10', '00:00', 'open'],
  ['2026-11-20', '23:59', 'open'],
  ['2026-11-20', '24:00', 'closed'],
])('at %s %s the enrolment window is %s', (date, time, state) => {
  expect(enrolmentWindowState(clock, beijingInstant(date, time))).toBe(state);
});

test.each<[string, string, number, ClassStatus]>([
  ['2026-11-09', '12:00', 0, 'planned'],
  ['2026-11-15', '12:00', 29, 'enrolling'],
  ['2026-11-15', '12:00', 30, 'full'],
  ['2026-11-25', '12:00', 10, 'enrolling'],
  ['2026-12-01', '08:59', 10, 'enrolling'],
  ['2026-12-01', '09:00', 10, 'in_progress'],
  ['2026-12-05', '23:59', 30, 'in_progress'],
  ['2026-12-05', '24:00', 30, 'assessing'],
])('at %s %s with %i seats taken a class is %s, whatever the row says', (date, time, seatsTaken, phase) => {
  for (const status of CLASS_OPEN) expect(classPhase({ ...clock, status, seatsTaken }, beijingInstant(date, time))).toBe(phase);
});

test.each<ClassStatus>(['closing_review', 'closed', 'cancelled'])('a decision stands against the calendar: %s', (status) => {
  expect(classPhase({ ...clock, status }, beijingInstant('2026-11-15', '12:00'))).toBe(status);
});

describe('below the minimum size', () => {
  const at = (date: string, seatsTaken: number, status: ClassStatus = 'enrolling') =>
    isBelowMinimum({ ...clock, status, seatsTaken, minimumSize: 10 }, beijingInstant(date, '00:00'));

  test('is said only after the window has ended and before the class begins', () => {
    expect(at('2026-11-20', 3)).toBe(false);
    expect(at('2026-11-21', 3)).toBe(true);
    expect(at('2026-12-02', 3)).toBe(false);
  });

  test('is not said of a class that has enough or was cancelled', () => {
    expect(at('2026-11-21', 10)).toBe(false);
    expect(at('2026-11-21', 3, 'cancelled')).toBe(false);
  });
});

describe('moves of a class', () => {
  test.each<[ClassStatus, ClassStatus]>([
    ['planned', 'enrolling'],
    ['full', 'enrolling'],
    ['assessing', 'closing_review'],
    ['closing_review', 'assessing'],
    ['closing_review', 'closed'],
  ])('%s may become %s', (from, to) => {
    expect(mayMove(from, to)).toBe(true);
  });

  test.each<[ClassStatus, ClassStatus]>([
    ['in_progress', 'closed'],
    ['assessing', 'closed'],
    ['closing_review', 'cancelled'],
    ['closed', 'assessing'],
  ])('%s may not become %s', (from, to) => {
    expect(mayMove(from, to)).toBe(false);
  });

  test('nothing leaves a final state, and only the reviewer closes', () => {
    expect(CLASS_MOVES.filter((move) => CLASS_FINAL.includes(move.from))).toEqual([]);
    expect(CLASS_MOVES.filter((move) => move.to === 'closed').map((move) => move.who)).toEqual(['reviewer']);
  });

  test('every state can be reached from planned', () => {
    const reached = new Set<ClassStatus>(['planned']);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const move of CLASS_MOVES) if (reached.has(move.from)) reached.add(move.to);
    }
    expect([...reached].sort()).toEqual([...CLASS_STATUSES].sort());
  });
});
