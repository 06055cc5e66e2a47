import { describe, expect, test } from 'vitest';
import { areaScopes, BDA_MERGED, isMergedDistrict } from '~/domain/organisation/areas';
import { missingFor, reached } from '~/domain/rate/rate';
import { rateOf } from '~/domain/shared/percent';

describe('the target is compared exactly, the percentage is for the eye', () => {
  test.each<[string, number, number, number | null, boolean | null]>([
    ['nobody on post', 0, 0, null, null],
    ['nobody certified', 0, 7, 0, false],
    ['everybody', 7, 7, 100, true],
    ['exactly 90 %', 9, 10, 90, true],
    ['0.8996 shows 90.0 and has not reached it', 8_996, 10_000, 90, false],
    ['0.89949 shows 89.9', 89_949, 100_000, 89.9, false],
    ['a half rounds up', 1, 16, 6.3, false],
    ['0.05 rounds up', 1, 2_000, 0.1, false],
  ])('%s', (_, n, d, percent, isReached) => {
    expect([rateOf(n, d), reached(n, d)]).toEqual([percent, isReached]);
  });

  test.each([
    [80, 100, 10],
    [90, 100, 0],
    [8, 11, 2],
    [0, 0, 0],
  ])('%i of %i need %i more', (n, d, more) => {
    expect(missingFor(n, d)).toBe(more);
    expect(d === 0 || reached(n + more, d)).toBe(true);
  });
});

test('an area stands in the city, in itself and, where it is one of the two, in both put together', () => {
  expect(areaScopes('110105')).toEqual(['city', '110105']);
  for (const code of ['110115', '110302']) {
    expect(areaScopes(code)).toEqual(['city', code, BDA_MERGED]);
    expect(isMergedDistrict(code)).toBe(true);
  }
});
