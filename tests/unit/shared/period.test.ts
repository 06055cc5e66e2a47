import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  ageOn,
  beijingDate,
  beijingInstant,
  beijingMinuteOfDay,
  beijingTime,
  daysBetween,
  endOfDay,
  formatInstant,
  includes,
  isDate,
  isTime,
  isWorkingDay,
  monthOf,
  overlaps,
  type Period,
  weekday,
} from '~/domain/shared/period';

const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1960-01-01', days));
const anyInstant = fc.date({ min: new Date('1960-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true });

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-13-01', false],
  ['2024-00-10', false],
  ['2024-1-1', false],
  ['20240101', false],
  ['2024-01-01T00:00', false],
  ['', false],
])('%s is a calendar date: %s', (text, expected) => {
  expect(isDate(text)).toBe(expected);
});

describe('Beijing days', () => {
  test.each([
    ['2025-12-31T15:59:59Z', '2025-12-31', '23:59'],
    ['2025-12-31T16:00:00Z', '2026-01-01', '00:00'],
    ['2024-02-28T16:30:00Z', '2024-02-29', '00:30'],
  ])('%s is %s %s in Beijing', (instant, date, time) => {
    expect(beijingDate(new Date(instant))).toBe(date);
    expect(beijingTime(new Date(instant))).toBe(time);
    expect(formatInstant(new Date(instant))).toBe(`${date} ${time}`);
  });

  test('24:00 of a day is 00:00 of the next', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(endOfDay(date)).toEqual(beijingInstant(addDays(date, 1), '00:00'));
      }),
    );
  });

  test('date and time of an instant lead back to its minute', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const back = beijingInstant(beijingDate(instant), beijingTime(instant));
        expect(Math.floor(instant.getTime() / 60_000)).toBe(back.getTime() / 60_000);
        expect(beijingMinuteOfDay(instant)).toBe(Number(beijingTime(instant).slice(0, 2)) * 60 + Number(beijingTime(instant).slice(3)));
      }),
    );
  });

  test('a wall time that does not exist is a defect, not a guess', () => {
    expect(() => beijingInstant('2024-01-01', '25:00')).toThrow(RangeError);
    expect(() => beijingInstant('2024-02-30', '10:00')).toThrow(RangeError);
    expect(isTime('09:60')).toBe(false);
  });
});

test('adding days and counting them are inverse', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
    }),
  );
});

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2023-12-15', 1, '2024-01-15'],
  ['2024-05-10', -17, '2022-12-10'],
])('%s and %i months make %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

test('a month is named by its first day', () => {
  expect(monthOf('2025-12-31')).toBe('2025-12-01');
});

test.each([
  ['2006-03-01', '2024-02-29', 17],
  ['2006-03-01', '2024-03-01', 18],
  ['2004-02-29', '2022-02-28', 17],
  ['2004-02-29', '2022-03-01', 18],
])('someone born on %s is, on %s, %i years old', (bornOn, on, age) => {
  expect(ageOn(bornOn, on)).toBe(age);
});

describe('half-open periods', () => {
  const post: Period = { startOn: '2024-01-01', endOn: '2024-06-01' };

  test('the first day is in, the end day is out', () => {
    expect(includes(post, '2024-01-01')).toBe(true);
    expect(includes(post, '2024-05-31')).toBe(true);
    expect(includes(post, '2024-06-01')).toBe(false);
    expect(includes({ startOn: '2024-01-01', endOn: null }, '2099-01-01')).toBe(true);
  });

  test('one that begins on the end day of another does not overlap it', () => {
    expect(overlaps(post, { startOn: '2024-06-01', endOn: null })).toBe(false);
    expect(overlaps(post, { startOn: '2024-05-31', endOn: null })).toBe(true);
  });

  test('two periods overlap exactly when they share a day', () => {
    const shortPeriod = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
      .map(([start, length]): Period => ({ startOn: addDays('2024-01-01', start), endOn: addDays('2024-01-01', start + length) }));
    const days = Array.from({ length: 30 }, (_, at) => addDays('2024-01-01', at));
    fc.assert(
      fc.property(shortPeriod, shortPeriod, (a, b) => {
        expect(overlaps(a, b)).toBe(days.some((day) => includes(a, day) && includes(b, day)));
      }),
    );
  });
});

describe('working days', () => {
  test.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-23', 3, '2026-11-26'],
    ['2026-11-21', 3, '2026-11-25'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s and %i working days end on %s', (date, days, expected) => {
    expect(addWorkingDays(date, days)).toBe(expected);
  });

  test('holidays are skipped and worked weekends count', () => {
    expect(addWorkingDays('2026-09-30', 2, ['2026-10-01', '2026-10-02'])).toBe('2026-10-06');
    expect(addWorkingDays('2026-09-30', 2, ['2026-10-01', '2026-10-02'], ['2026-10-04'])).toBe('2026-10-05');
  });

  test('the result is a working day, and exactly that many lie on the way', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 30 }), (date, days) => {
        const end = addWorkingDays(date, days);
        const between = Array.from({ length: daysBetween(date, end) }, (_, at) => addDays(date, at + 1));
        expect(between.filter((day) => isWorkingDay(day))).toHaveLength(days);
        expect(weekday(end)).not.toBe(0);
        expect(weekday(end)).not.toBe(6);
      }),
    );
  });
});
