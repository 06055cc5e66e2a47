import type { CourseCategory } from '../course/course';
import type { OperatorType } from '../organisation/organisation';
import type { EngagementRole } from '../person/person';
import { addWorkingDays } from '../shared/period';
import type { InstitutionAnswer } from './enrolment';

/** The person's post on the day of enrolment. */
export interface EngagementAtEnrolment {
  role: EngagementRole;
  institutionId: string;
  districtCode: string | null;
  operatorType: OperatorType | null;
}

export interface Attribution {
  role: EngagementRole | null;
  institutionId: string | null;
  /** Null only for a city-level provider without an institution: the city alone counts it. */
  districtCode: string | null;
  operatorType: OperatorType | null;
}

/**
 * Where a person-time will be counted, fixed at enrolment so that later job moves change no old number.
 * An institution that kept silent is not named: the provider's district stands in.
 */
export const attribution = (
  engagement: EngagementAtEnrolment | null,
  answer: InstitutionAnswer,
  providerDistrict: string | null,
): Attribution => {
  if (engagement === null || answer === 'silent' || answer === 'refused') {
    return { role: engagement?.role ?? null, institutionId: null, districtCode: providerDistrict, operatorType: null };
  }
  const { role, institutionId, districtCode, operatorType } = engagement;
  return { role, institutionId, districtCode: districtCode ?? providerDistrict, operatorType };
};

/**
 * The category that an enrolment counts in: the course's only one, else the role's. A pre-service student in a
 * mixed course counts as caregiver where the course has it. Null: the role fits none of a mixed course.
 */
export const enrolmentCategory = (
  categories: readonly CourseCategory[],
  role: EngagementRole | null,
  isPreService: boolean,
): CourseCategory | null => {
  const [first] = categories;
  if (first === undefined) return null;
  if (categories.length === 1) return first;
  if (isPreService || role === null) return categories.includes('caregiver') ? 'caregiver' : first;
  return categories.includes(role) ? role : null;
};

const ANSWER_WORKING_DAYS = 3;

/** The last day for the institution's answer: three working days, but not beyond the window. */
export const institutionAnswerDueOn = (appliedOn: string, enrolUntilOn: string, holidays: readonly string[] = []): string => {
  const due = addWorkingDays(appliedOn, ANSWER_WORKING_DAYS, holidays);
  return due < enrolUntilOn ? due : enrolUntilOn;
};

/** Whether the provider may approve: answered, not needed, or silent past the last day (then marked 未经单位确认). */
export const mayApprove = (answer: InstitutionAnswer, dueOn: string | null, today: string): 'yes' | 'as_silent' | 'not_yet' | 'refused' => {
  if (answer === 'refused') return 'refused';
  if (answer !== 'pending') return 'yes';
  return dueOn !== null && today > dueOn ? 'as_silent' : 'not_yet';
};
