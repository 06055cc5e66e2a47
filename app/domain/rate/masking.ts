/** N and D of a district as they would be published. */
export interface DistrictRate {
  scope: string;
  n: number;
  d: number;
}

const isSmall = (persons: number): boolean => persons >= 1 && persons <= 4;

/**
 * Districts whose rate is not published: where one to four persons are on post, are certified, or are not. The city is
 * published, so one hidden district alone could be worked out from it, and two whose hidden sums are as small: the next
 * smallest goes with it then.
 */
export function hiddenScopes(districts: readonly DistrictRate[]): ReadonlySet<string> {
  const hidden = districts.filter(({ n, d }) => isSmall(d) || isSmall(n) || isSmall(d - n));
  const spare = districts.filter((each) => each.d > 0 && !hidden.includes(each)).sort((a, b) => b.d - a.d);
  const sum = (of: (each: DistrictRate) => number) => hidden.reduce((total, each) => total + of(each), 0);
  const exposed = () => hidden.length === 1 || [sum(({ d }) => d), sum(({ n }) => n), sum(({ n, d }) => d - n)].some(isSmall);
  while (hidden.length > 0 && exposed()) {
    const next = spare.pop();
    if (!next) break;
    hidden.push(next);
  }
  return new Set(hidden.map(({ scope }) => scope));
}
