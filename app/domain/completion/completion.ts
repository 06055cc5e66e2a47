export const SCORE_KINDS = ['theory', 'practical', 'theory_retest', 'practical_retest'] as const;
export type ScoreKind = (typeof SCORE_KINDS)[number];

export interface Score {
  kind: ScoreKind;
  /** 0 to 100 in half points. */
  points: number;
  assessedOn: string;
}

/** 结业 is revoked when it should not have been given, voided when it was entered by mistake. */
export const COMPLETION_STATUSES = ['valid', 'revoked', 'voided'] as const;
export type CompletionStatus = (typeof COMPLETION_STATUSES)[number];

export const RESULTS = ['passed', 'failed', 'absent', 'undetermined'] as const;
export type Result = (typeof RESULTS)[number];

/** Categories that the plan promises person-times for (京政办发〔2023〕6号, item 14). */
export const PLAN_CATEGORIES = ['principal', 'caregiver'] as const;

/** Frozen on each completion: the class is meant to count, its course examines something, and its category is one of the plan's. */
export const countsTowardPlan = (facts: { classCounts: boolean; definesAssessment: boolean; category: string }): boolean =>
  facts.classCounts && facts.definesAssessment && PLAN_CATEGORIES.some((category) => category === facts.category);

export const isScorePoints = (points: number): boolean => points >= 0 && points <= 100 && Number.isInteger(points * 2);

/** `BJTY-C-110105-2024-00037`; a city-level provider prints the city's code. Gaps are allowed, a number is never used twice. */
export const certificateNumber = (letter: 'P' | 'C' | 'H' | 'O', districtCode: string | null, year: number, seq: number): string =>
  `BJTY-${letter}-${districtCode ?? '110000'}-${year}-${String(seq).padStart(5, '0')}`;

export const CERTIFICATE_NUMBER = /^BJTY-[PCHO]-\d{6}-\d{4}-\d{5,}$/;
