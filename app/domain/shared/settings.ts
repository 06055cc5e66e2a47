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
  /** Interns in per cent of an institution's staff, and of the staff of a post, above which a warning is shown. */
  placement_staff_percent: { fallback: 10, min: 1, max: 100 },
  placement_post_percent: { fallback: 20, min: 1, max: 100 },
  /** Usual length of a placement on a post. */
  placement_months: { fallback: 6, min: 2, max: 24 },
  /** How many days a student may write her log afterwards. */
  placement_log_days: { fallback: 14, min: 1, max: 60 },
  /** Days after a week of the log after which mentors are asked for their look. */
  placement_check_days: { fallback: 7, min: 1, max: 60 },
  /** Days off post in a row that do not interrupt the twelve months of the last stage from school to post. */
  funnel_gap_days: { fallback: 30, min: 0, max: 366 },
  /** Years for which a lecturer is approved unless the commission sets another day. */
  lecturer_approval_years: { fallback: 3, min: 1, max: 10 },
  /** Days before the end of an approval from which it counts as lapsing and its organisation is reminded. */
  lecturer_lapsing_days: { fallback: 60, min: 7, max: 180 },
  /** Days after a class is over in which its trainees may rate it. */
  feedback_days: { fallback: 30, min: 7, max: 180 },
  /** Days before the day that trained health-care staff are due on which it is told that it comes near. */
  health_care_near_days: { fallback: 14, min: 1, max: 60 },
  /** Days after the last guidance visit from which an institution is due another. */
  visit_interval_days: { fallback: 180, min: 30, max: 730 },
  /** Whether an institution is told of a planned visit unless the plan says otherwise: 0 no, 1 yes. */
  visit_announced: { fallback: 1, min: 0, max: 1 },
  /** Days that a form gives to mend a finding, before the visitor chooses others. */
  finding_mend_days: { fallback: 30, min: 1, max: 180 },
  /** Days before its last day from which a cooperation agreement is shown as ending. */
  agreement_ending_days: { fallback: 60, min: 7, max: 365 },
} as const;

export type SettingKey = keyof typeof SETTINGS;
