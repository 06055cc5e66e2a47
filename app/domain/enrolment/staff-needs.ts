import type { NotCountingReason } from '../certificate/does-it-count';
import type { CourseCategory } from '../course/course';
import type { EngagementRole } from '../person/person';
import type { RefusalParams } from '../shared/refusals';
import type { EnrolmentRefusal } from './judgement';

/** What somebody on a staff list may lack, by her role, and the kind of class that leads there. */
export const STAFF_NEEDS = ['certificate', 'principal_training', 'health_training'] as const;
export type StaffNeed = (typeof STAFF_NEEDS)[number];

export const CATEGORY_OF_NEED: Readonly<Record<StaffNeed, CourseCategory>> = {
  certificate: 'caregiver',
  principal_training: 'principal',
  health_training: 'health_staff',
};

export type HealthTraining = 'none' | 'ending' | 'valid';
/** Days before the end of a certificate from which a refresher is offered: those of the first reminder. */
export const REFRESHER_DAYS = 90;

export interface NeedFacts {
  role: EngagementRole;
  /** The answer of the rule in force about her certificates. */
  verdict: 'counts' | 'needs_document' | 'does_not';
  /** Categories of courses that she has completed. */
  completed: readonly CourseCategory[];
  /** Of her verified certificates of health-care training; `ending` has little time left. */
  healthTraining: HealthTraining;
}

/** What she lacks; a certificate that waits for its verification is on its way and nothing to send her to a class for. */
export function needOf({ role, verdict, completed, healthTraining }: NeedFacts): StaffNeed | null {
  if (role === 'caregiver') return verdict === 'does_not' ? 'certificate' : null;
  if (role === 'principal') return completed.includes('principal') ? null : 'principal_training';
  if (role === 'health_staff') return healthTraining === 'valid' ? null : 'health_training';
  return null;
}

export interface NeedyPerson {
  personId: string;
  name: string;
  /** Why nothing of hers counts, where a certificate is what she lacks. */
  reason: NotCountingReason | null;
  /** The course of this kind that she is enrolled in already. */
  enrolledIn: string | null;
  /** Her certificate of health-care training stands, and ends on this day. */
  endsOn: string | null;
  /** The class would take her. */
  fits: boolean;
  /** What stands in the way of the next class. */
  whyNot: { code: EnrolmentRefusal; params: RefusalParams } | null;
}

export interface NeedGroup {
  need: StaffNeed;
  people: NeedyPerson[];
  next: {
    id: string;
    code: string;
    courseTitle: string;
    startsOn: string;
    endsOn: string;
    enrolUntilOn: string;
    free: number;
  } | null;
}
