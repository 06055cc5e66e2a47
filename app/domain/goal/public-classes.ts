/** Fewer than this many people of one class are not shown by themselves (as for cells below city level). */
export const SMALL_CLASS = 5;

export interface ClassCount {
  personTimes: number;
}

/**
 * Keeps the classes that may be shown, and folds the others into one line. The line always stands for at least two
 * classes and five person-times, so that no small class can be worked out from the total.
 */
export function foldSmallClasses<T extends ClassCount>(
  classes: readonly T[],
): { shown: T[]; folded: { classes: number; personTimes: number } } {
  const bySize = [...classes].sort((a, b) => a.personTimes - b.personTimes);
  let count = bySize.findIndex((each) => each.personTimes >= SMALL_CLASS);
  if (count === -1) count = bySize.length;
  const sum = () => bySize.slice(0, count).reduce((total, each) => total + each.personTimes, 0);
  while (count > 0 && count < bySize.length && (count < 2 || sum() < SMALL_CLASS)) count += 1;
  const hidden = new Set(bySize.slice(0, count));
  return { shown: classes.filter((each) => !hidden.has(each)), folded: { classes: count, personTimes: sum() } };
}
