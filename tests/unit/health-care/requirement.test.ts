import { describe, expect, test } from 'vitest';
import { isCovered, meets, requirementOf } from '~/domain/health-care/requirement';

const RULE = { minimumStaff: 1, childrenPerFullTime: 150 };

describe('how many health-care staff so many places ask for', () => {
  test.each([
    // places, wanted, of them full-time
    [0, 1, 0],
    [5, 1, 0],
    [149, 1, 0],
    [150, 1, 1],
    [299, 1, 1],
    [300, 2, 2],
    [449, 2, 2],
    [450, 3, 3],
  ])('%i places: %i, of them %i full-time', (capacity, required, requiredFullTime) => {
    expect(requirementOf(RULE, capacity)).toEqual({ required, requiredFullTime });
  });

  test('a rule may want more than one everywhere', () => {
    expect(requirementOf({ ...RULE, minimumStaff: 2 }, 80)).toEqual({ required: 2, requiredFullTime: 0 });
    expect(requirementOf({ ...RULE, minimumStaff: 2 }, 160)).toEqual({ required: 2, requiredFullTime: 1 });
    expect(requirementOf({ ...RULE, childrenPerFullTime: 100 }, 250)).toEqual({ required: 2, requiredFullTime: 2 });
  });
});

describe('whether trained staff are enough', () => {
  test.each([
    // trained, full-time | wanted, full-time | enough
    [0, 0, 1, 0, false],
    [1, 0, 1, 0, true],
    [1, 1, 1, 0, true],
    [1, 0, 1, 1, false],
    [3, 0, 1, 1, false],
    [1, 1, 1, 1, true],
    [2, 1, 2, 2, false],
    [2, 2, 2, 2, true],
    [3, 2, 2, 2, true],
  ])('%i trained (%i full-time) against %i (%i full-time): %s', (trained, trainedFullTime, required, requiredFullTime, enough) => {
    expect(meets({ trained, trainedFullTime }, { required, requiredFullTime })).toBe(enough);
  });

  test('the three standings with the staff they need are covered', () => {
    expect(['in_time', 'in_grace', 'late', 'waiting', 'overdue'].map((standing) => isCovered(standing as 'late'))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
