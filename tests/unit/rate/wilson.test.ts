import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reached } from '~/domain/rate/rate';
import { compareRanges, wilsonRange } from '~/domain/rate/wilson';
import { rateOf } from '~/domain/shared/percent';
import { formatPercent } from '~/i18n/format';

// Worked out apart from the program from Wilson's formula, z = 1.959964.
test.each([
  [9, 10, 59.585, 98.2124],
  [900, 1000, 87.9848, 91.7091],
  [0, 10, 0, 27.7533],
  [10, 10, 72.2467, 100],
  [1, 1, 20.6549, 100],
  [8, 10, 49.0162, 94.3318],
])('%i of %i', (n, d, low, high) => {
  const range = wilsonRange(n, d);
  expect(range?.low).toBeCloseTo(low, 3);
  expect(range?.high).toBeCloseTo(high, 3);
});

test('nobody on post has no range, no rate, and has reached nothing', () => {
  expect([wilsonRange(0, 0), rateOf(0, 0), reached(0, 0), formatPercent(0, 0)]).toEqual([null, null, null, '—']);
  expect(compareRanges(null, wilsonRange(1, 2))).toBeNull();
});

test('9 of 10 and 900 of 1,000 are not told apart; 50 of 100 and 90 of 100 are', () => {
  expect(compareRanges(wilsonRange(9, 10), wilsonRange(900, 1000))).toBe('alike');
  expect(compareRanges(wilsonRange(50, 100), wilsonRange(90, 100))).toBe('lower');
  expect(compareRanges(wilsonRange(90, 100), wilsonRange(50, 100))).toBe('higher');
});

test('0.8996 shows as 90.0 % and has not reached 90', () => {
  expect([formatPercent(2249, 2500), rateOf(2249, 2500), reached(2249, 2500)]).toEqual(['90.0%', 90, false]);
  expect([formatPercent(9, 10), reached(9, 10)]).toEqual(['90.0%', true]);
});

test('a range holds its rate, stays within 0 and 100, and narrows as the group grows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 5_000 }), (d, some) => {
      const n = Math.min(some, d);
      const range = wilsonRange(n, d);
      const wider = wilsonRange(n * 4, d * 4);
      if (!range || !wider) throw new Error('no range');
      expect(range.low).toBeLessThanOrEqual((n / d) * 100 + 1e-9);
      expect(range.high).toBeGreaterThanOrEqual((n / d) * 100 - 1e-9);
      expect(range.low).toBeGreaterThanOrEqual(0);
      expect(range.high).toBeLessThanOrEqual(100);
      expect(wider.high - wider.low).toBeLessThan(range.high - range.low);
    }),
  );
});
