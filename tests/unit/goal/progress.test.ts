import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkShares, percentHalfUp, progress } from '~/domain/goal/goal';

test.each([
  [0, 1000, 0, false, 1000],
  [999, 1000, 99.9, false, 1],
  [4998, 5000, 100, false, 2],
  [5000, 5000, 100, true, 0],
  [5001, 5000, 100, true, 0],
  [1250, 1000, 125, true, 0],
])('%i of %i shows %f %%, reached: %s, %i to go', (actual, target, percent, reached, remaining) => {
  expect(progress(actual, target)).toEqual({ percent, reached, remaining });
});

test('a period without a value has no progress', () => {
  expect(progress(37, null)).toBeNull();
  expect(progress(37, 0)).toBeNull();
});

test.each([
  [8996, 10_000, 90],
  [1, 8, 12.5],
  [1, 16, 6.3],
  [2, 3, 66.7],
  [25, 10_000, 0.3],
  [24, 10_000, 0.2],
])('%i of %i is %f %% with one decimal, half up', (part, whole, percent) => {
  expect(percentHalfUp(part, whole)).toBe(percent);
});

test('the shown percentage is within half a tenth, and reaching is never a matter of rounding', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 1, max: 200_000 }), (actual, target) => {
      const shown = progress(actual, target);
      expect(Math.abs((shown?.percent ?? -1) - (actual / target) * 100)).toBeLessThanOrEqual(0.05 + 1e-9);
      expect(shown?.reached).toBe(shown?.remaining === 0);
    }),
  );
});

test('district shares that do not add up to the city value differ by so many', () => {
  expect(checkShares(5000, [2000, 2500])).toEqual({ sum: 4500, difference: -500 });
  expect(checkShares(5000, [2500, 2500]).difference).toBe(0);
  expect(checkShares(5000, [2500, 2600]).difference).toBe(100);
});
