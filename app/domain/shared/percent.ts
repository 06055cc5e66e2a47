/** `n / d` in per cent, one decimal, half up, in whole numbers. Null when there is nothing to divide by: shown as a dash. */
export const rateOf = (n: number, d: number): number | null => (d === 0 ? null : Math.floor((n * 2000 + d) / (d * 2)) / 10);
