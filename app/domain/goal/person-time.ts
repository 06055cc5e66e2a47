import type { Metric } from './goal';

export const PERSON_TIME_SORTS = ['completedOn', 'name', 'course', 'institution', 'district'] as const;
export type PersonTimeSort = (typeof PERSON_TIME_SORTS)[number];

/** Names one figure: a period and metric, and per dimension all of it ('*') or one value. */
export interface PersonTimeFilter {
  periodId: string;
  metric: Metric;
  /** Code, 'city' for those of no district, or '*'. */
  district: string;
  /** `YYYY-MM` or '*'. */
  month: string;
  /** Operator type, 'none' without an institution, or '*'. */
  operatorType: string;
  /** Only students and people about to work in childcare. */
  preService: boolean;
  /** Only repeated training. */
  repeat: boolean;
}

/** One row of a list behind a figure. */
export interface PersonTime {
  completionId: string;
  completedOn: string;
  personId: string;
  name: string;
  idNumberMasked: string;
  courseTitle: string;
  classCode: string;
  providerName: string;
  institutionName: string | null;
  districtCode: string | null;
  operatorType: string | null;
  isPreService: boolean;
  theoryMinutes: number;
  practiceMinutes: number;
  certificateNumber: string | null;
}
