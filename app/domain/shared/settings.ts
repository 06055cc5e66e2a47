/**
 * Numbers that practice needs and no document gives: proposals, which the city changes on its own screen.
 * Key → default, and the least and greatest that make sense.
 */
export const SETTINGS = {
  /** Days after which a roster that nobody confirmed is shown as stale. */
  roster_confirm_days: { fallback: 14, min: 7, max: 60 },
  /** Working days that an institution has to answer a claim or a dispute. */
  roster_answer_days: { fallback: 5, min: 1, max: 30 },
  /** Share of institutions with a fresh roster, in per cent, below which a rate is shown as stale. */
  rate_coverage_percent: { fallback: 50, min: 0, max: 100 },
  /** Whether the rate takes in institutions under the coming licence (`licensed`): 0 no, 1 yes. */
  rate_counts_licensed: { fallback: 0, min: 0, max: 1 },
} as const;

export type SettingKey = keyof typeof SETTINGS;
