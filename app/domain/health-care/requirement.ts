/**
 * What the trained health-care staff of a newly filed institution add up to on a day (京政办发〔2023〕6号, item 15).
 * The first three have the staff they need: trained by the filing, within the grace, or later. `waiting` still has time.
 */
export const HEALTH_CARE_STANDINGS = ['in_time', 'in_grace', 'late', 'waiting', 'overdue'] as const;
export type HealthCareStanding = (typeof HEALTH_CARE_STANDINGS)[number];

/** Standings of the numerator: trained health-care staff are on post. */
export const COVERED_STANDINGS = ['in_time', 'in_grace', 'late'] as const satisfies readonly HealthCareStanding[];

/** Why a day is due: the filing, or what changed afterwards. */
export const DUE_REASONS = ['filed', 'staff_left', 'certificate_ended', 'capacity_raised'] as const;
export type DueReason = (typeof DUE_REASONS)[number];

export const HEALTH_CARE_RULE_STATUSES = ['draft', 'published', 'withdrawn'] as const;
export type HealthCareRuleStatus = (typeof HEALTH_CARE_RULE_STATUSES)[number];

/** What the nightly recount compares: standings, and what an institution or an area has and wants. */
export const HEALTH_CARE_MEASURES = [...HEALTH_CARE_STANDINGS, 'institutions', 'covered', 'required', 'trained'] as const;
export type HealthCareMeasure = (typeof HEALTH_CARE_MEASURES)[number];

/** What a version of the rule says in numbers. All but the 150 children are proposals that the city may change. */
export interface RequirementRule {
  minimumStaff: number;
  /** From so many places on one full-time per so many (托儿所幼儿园卫生保健管理办法, clause 12). */
  childrenPerFullTime: number;
}

export interface Requirement {
  required: number;
  /** Of them full-time; below the number of children a part-timer will do. */
  requiredFullTime: number;
}

/** Health-care staff that so many places ask for: at least the minimum, one full-time per full 150 (150 → 1, 299 → 1, 300 → 2). */
export const requirementOf = ({ minimumStaff, childrenPerFullTime }: RequirementRule, capacity: number): Requirement => {
  const requiredFullTime = Math.floor(Math.max(0, capacity) / childrenPerFullTime);
  return { required: Math.max(minimumStaff, requiredFullTime), requiredFullTime };
};

export interface TrainedStaff {
  trained: number;
  /** Of them full-time. */
  trainedFullTime: number;
}

/** A part-timer does not fill a full-time requirement. */
export const meets = ({ trained, trainedFullTime }: TrainedStaff, { required, requiredFullTime }: Requirement): boolean =>
  trained >= required && trainedFullTime >= requiredFullTime;

export const isCovered = (standing: HealthCareStanding): boolean => COVERED_STANDINGS.some((covered) => covered === standing);
