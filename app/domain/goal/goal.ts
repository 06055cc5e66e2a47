import type { CompletionStatus } from '../completion/completion';
import type { CourseCategory } from '../course/course';
import type { ClassStatus } from '../training-class/training-class';

/** What the plan promises in person-times 人次 (京政办发〔2023〕6号, item 14). */
export const METRICS = ['principal_person_times', 'caregiver_person_times'] as const;
export type Metric = (typeof METRICS)[number];

/** 持证上岗率, the third promise of item 14: in per cent, worked out by `rate`, not by the tally. */
export const RATE_METRIC = 'caregiver_certified_rate' as const;
/** 专业布点 (item 13): distinct pairs of school and major, counted by `talent`. */
export const POINTS_METRIC = 'programme_points' as const;
/** Newly filed institutions with trained health-care staff (item 15): in per cent; the text gives no number, 100 is a proposal. */
export const HEALTH_CARE_METRIC = 'health_care_coverage' as const;
/** Measured on a day by their own concepts; the tally does not count them, and districts have no shares of them. */
export const MEASURED_METRICS = [RATE_METRIC, POINTS_METRIC, HEALTH_CARE_METRIC] as const;
export type MeasuredMetric = (typeof MEASURED_METRICS)[number];
export const TARGET_METRICS = [...METRICS, ...MEASURED_METRICS] as const;
export type TargetMetric = (typeof TARGET_METRICS)[number];

export const METRIC_CATEGORY: Readonly<Record<Metric, CourseCategory>> = {
  principal_person_times: 'principal',
  caregiver_person_times: 'caregiver',
};

/** Versions of the counting rule 口径; a target names the one it is counted by. */
export const COUNTING_RULES = ['person_times_2023'] as const;
export type CountingRule = (typeof COUNTING_RULES)[number];
/** The rate is held against the standard rule in force on the day. */
export const RATE_RULE = 'certified_standard' as const;
export const POINTS_RULE = 'programme_points_enrolling' as const;
export const HEALTH_CARE_RULE = 'health_care_new_institutions' as const;
export const TARGET_RULES = [...COUNTING_RULES, RATE_RULE, POINTS_RULE, HEALTH_CARE_RULE] as const;

/** How a measured metric is stated: its unit and the rule that it is held against. */
export const MEASURED: Readonly<Record<MeasuredMetric, { unit: string; rule: (typeof TARGET_RULES)[number] }>> = {
  caregiver_certified_rate: { unit: '%', rule: RATE_RULE },
  programme_points: { unit: '个', rule: POINTS_RULE },
  health_care_coverage: { unit: '%', rule: HEALTH_CARE_RULE },
};
export const isMeasured = (metric: string): metric is MeasuredMetric => Object.hasOwn(MEASURED, metric);
export const isPercent = (metric: TargetMetric): boolean => isMeasured(metric) && MEASURED[metric].unit === '%';

export const NOT_COUNTED = [
  'class_not_closed',
  'not_passed',
  'revoked',
  'voided',
  'class_outside_plan',
  'no_assessment',
  'other_category',
  'outside_period',
] as const;
export type NotCounted = (typeof NOT_COUNTED)[number];

/** Figures that are counted again every night. */
export const RECOUNTED = ['tally', 'rate', 'health_care', 'funnel'] as const;

/** What a recount can find: three about a row, two about a figure. */
export const RECOUNT_DIFFERENCES = [
  'missing_in_tally',
  'extra_in_tally',
  'attributed_differently',
  'cell_differs',
  'persons_differ',
] as const;
export type RecountDifference = (typeof RECOUNT_DIFFERENCES)[number];

export interface PersonTimeFacts {
  /** Null when the closing made no completion: absent or failed. */
  completion: { status: CompletionStatus; completedOn: string } | null;
  classStatus: ClassStatus;
  countsTowardPlan: boolean;
  definesAssessment: boolean;
  /** The category of the enrolment, not the job title. */
  category: CourseCategory;
}

export interface CountedTarget {
  metric: Metric;
  /** First and last day, both inside; null has no end. */
  startsOn: string;
  endsOn: string | null;
}

/** Whether one person-time counts toward a target, or the first reason why not. */
export const countsTowardTarget = (
  facts: PersonTimeFacts,
  target: CountedTarget,
): { counts: true } | { counts: false; why: NotCounted } => {
  const no = (why: NotCounted): { counts: false; why: NotCounted } => ({ counts: false, why });
  if (facts.classStatus !== 'closed') return no('class_not_closed');
  if (facts.completion === null) return no('not_passed');
  if (facts.completion.status !== 'valid') return no(facts.completion.status);
  if (!facts.countsTowardPlan) return no('class_outside_plan');
  if (!facts.definesAssessment) return no('no_assessment');
  if (facts.category !== METRIC_CATEGORY[target.metric]) return no('other_category');
  const { completedOn } = facts.completion;
  const inside = target.startsOn <= completedOn && (target.endsOn === null || completedOn <= target.endsOn);
  return inside ? { counts: true } : no('outside_period');
};

/** Reached is compared exactly; the percentage is for the eye, one decimal, half up. Null without a target value. */
export const progress = (actual: number, target: number | null): { percent: number; reached: boolean; remaining: number } | null =>
  target === null || target <= 0
    ? null
    : { percent: percentHalfUp(actual, target), reached: actual >= target, remaining: Math.max(0, target - actual) };

/** `part / whole` in per cent, one decimal, half up, in whole numbers. */
export const percentHalfUp = (part: number, whole: number): number => Math.floor((part * 2000 + whole) / (whole * 2)) / 10;

/** Below city level a figure that stands for one to four persons is not published. */
export const isSmallCell = (persons: number): boolean => persons >= 1 && persons <= 4;

/** District shares beside the city's value; a difference other than zero is a warning. */
export const checkShares = (cityValue: number, shares: readonly number[]): { sum: number; difference: number } => {
  const sum = shares.reduce((total, share) => total + share, 0);
  return { sum, difference: sum - cityValue };
};

/** Two periods of the same span would be the same figures twice: the code of a span is its name. `2027`, `2026-`, `2024-03-01_2024-05-31`. */
export const periodCode = (startsOn: string, endsOn: string | null): string => {
  const whole = startsOn.endsWith('-01-01') && (endsOn === null || endsOn.endsWith('-12-31'));
  if (!whole) return `${startsOn}_${endsOn ?? ''}`;
  const [from, until] = [startsOn.slice(0, 4), endsOn?.slice(0, 4)];
  return from === until ? from : `${from}-${until ?? ''}`;
};
