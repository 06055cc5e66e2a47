/** A range in per cent, both ends inside. */
export interface Range {
  low: number;
  high: number;
}

/** Standard normal quantile of the usual 95 %. */
const Z = 1.959964;

/**
 * Wilson's score interval of `n` out of `d`, in per cent: how far chance alone could move the rate of a group of that size.
 * Null when nobody is there.
 */
export function wilsonRange(n: number, d: number): Range | null {
  if (d === 0) return null;
  const share = n / d;
  const spread = (Z * Z) / d;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share)) / d + spread / (4 * d))) / (1 + spread);
  return { low: Math.max(0, (middle - half) * 100), high: Math.min(100, (middle + half) * 100) };
}

export type Comparison = 'higher' | 'lower' | 'alike';

/** Said of two groups only where their ranges do not overlap: 9 of 10 and 900 of 1,000 are alike. */
export function compareRanges(own: Range | null, other: Range | null): Comparison | null {
  if (own === null || other === null) return null;
  if (own.low > other.high) return 'higher';
  return own.high < other.low ? 'lower' : 'alike';
}
