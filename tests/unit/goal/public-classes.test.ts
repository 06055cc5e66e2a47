import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldSmallClasses, SMALL_CLASS } from '~/domain/goal/public-classes';

const classes = (...sizes: number[]) => sizes.map((personTimes, id) => ({ id, personTimes }));

test.each([
  ['large classes are all shown', [30, 12, 5], [30, 12, 5], 0, 0],
  ['one small class takes the next along', [30, 3, 12], [30], 2, 15],
  ['several small classes make one line', [30, 3, 4, 12], [30, 12], 2, 7],
  ['two classes of one take a third along', [30, 1, 1, 9], [30], 3, 11],
  ['only small classes', [2, 2], [], 2, 4],
  ['no class', [], [], 0, 0],
])('%s', (_name, sizes, shown, count, sum) => {
  const answer = foldSmallClasses(classes(...sizes));
  expect(answer.shown.map((each) => each.personTimes)).toEqual(shown);
  expect(answer.folded).toEqual({ classes: count, personTimes: sum });
});

test('nothing is lost, and no small class stands alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 }), (sizes) => {
      const { shown, folded } = foldSmallClasses(classes(...sizes));
      const total = shown.reduce((sum, each) => sum + each.personTimes, folded.personTimes);
      expect(total).toBe(sizes.reduce((sum, size) => sum + size, 0));
      expect(shown.every((each) => each.personTimes >= SMALL_CLASS)).toBe(true);
      if (folded.classes > 0 && shown.length > 0) expect(folded.classes).toBeGreaterThan(1);
    }),
  );
});
