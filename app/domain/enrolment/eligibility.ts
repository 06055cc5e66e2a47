import type { CourseCategory } from '../course/course';
import { type EducationLevel, type EngagementRole, INTERN_MIN_AGE, meetsHealthCareEducation, STAFF_MIN_AGE } from '../person/person';
import { ageOn, beijingDate, formatInstant } from '../shared/period';
import { firstOverlap, type TimeSpan } from '../training-class/lesson';
import { type ClassClock, classPhase, enrolmentWindowState } from '../training-class/training-class';
import { enrolmentCategory } from './attribution';
import type { EnrolmentStatus } from './enrolment';

export const ELIGIBILITY_REFUSALS = [
  'class_cancelled',
  'class_closed',
  'class_begun',
  'window_not_open',
  'window_closed',
  'already_completed',
  'already_enrolled',
  'refused_by_institution',
  'under_age',
  'not_eligible_category',
  'education_unknown',
  'education_too_low',
  'lesson_overlap',
] as const;
export type EligibilityRefusal = (typeof ELIGIBILITY_REFUSALS)[number];

export interface HeldLesson extends TimeSpan {
  classCode: string;
  courseTitle: string;
}

export interface EligibilityFacts {
  now: Date;
  trainingClass: ClassClock;
  categories: readonly CourseCategory[];
  bornOn: string | null;
  education: EducationLevel | null;
  /** Role of the engagement that the person enrols from; null without an institution. */
  role: EngagementRole | null;
  isPreService: boolean;
  isIntern: boolean;
  /** Why someone whose role differs may come all the same; written by the institution or the provider. */
  overrideReason: string | null;
  /** A live enrolment of this person in this class. */
  existing: EnrolmentStatus | null;
  hasCompletion: boolean;
  refusedByInstitution: boolean;
  /** Scheduled lessons of this class, and of the person's other seat-holding enrolments. */
  lessons: readonly TimeSpan[];
  heldLessons: readonly HeldLesson[];
}

export type Eligibility =
  | { ok: true; category: CourseCategory }
  | { ok: false; code: EligibilityRefusal; params: Record<string, string | number> };

const refuse = (code: EligibilityRefusal, params: Record<string, string | number> = {}): Eligibility => ({ ok: false, code, params });

const checkClass = ({ trainingClass, now }: EligibilityFacts): Eligibility | null => {
  const phase = classPhase(trainingClass, now);
  if (phase === 'cancelled') return refuse('class_cancelled');
  if (phase === 'closed' || phase === 'closing_review') return refuse('class_closed');
  if (phase === 'in_progress' || phase === 'assessing') return refuse('class_begun');
  const window = enrolmentWindowState(trainingClass, now);
  if (window === 'not_open') return refuse('window_not_open', { date: trainingClass.enrolFromOn });
  return window === 'closed' ? refuse('window_closed', { date: trainingClass.enrolUntilOn }) : null;
};

const checkPerson = (facts: EligibilityFacts): Eligibility | null => {
  if (facts.hasCompletion || facts.existing === 'passed') return refuse('already_completed');
  if (facts.existing !== null) return refuse('already_enrolled');
  if (facts.refusedByInstitution) return refuse('refused_by_institution');
  const age = facts.isIntern || facts.isPreService ? INTERN_MIN_AGE : STAFF_MIN_AGE;
  const startsOn = beijingDate(facts.trainingClass.startsAt);
  return facts.bornOn !== null && ageOn(facts.bornOn, startsOn) < age ? refuse('under_age', { age }) : null;
};

/** No reason stands in for the education that health-care staff must have (国卫办妇幼发〔2022〕11号). */
const checkEducation = (category: CourseCategory, { education }: EligibilityFacts): Eligibility | null => {
  if (category !== 'health_staff') return null;
  if (education === null) return refuse('education_unknown');
  return meetsHealthCareEducation(education) ? null : refuse('education_too_low', { education });
};

/** A role fits its own category; a course for others is open to all, and so is every course to those before service. */
const roleFits = ({ categories, role, isPreService, overrideReason }: EligibilityFacts): boolean =>
  role === null || isPreService || categories.includes(role) || categories.includes('other') || (overrideReason ?? '').trim() !== '';

/** The first thing that stands in the way of an enrolment, or the category it will count in. */
export const eligibility = (facts: EligibilityFacts): Eligibility => {
  const refused = checkClass(facts) ?? checkPerson(facts);
  if (refused) return refused;
  const role = facts.role !== null && !facts.categories.includes(facts.role) && facts.categories.includes('other') ? 'other' : facts.role;
  const category = enrolmentCategory(facts.categories, role, facts.isPreService);
  if (category === null || !roleFits(facts))
    return refuse('not_eligible_category', { category: facts.categories[0] ?? '', role: facts.role ?? '' });
  const schooling = checkEducation(category, facts);
  if (schooling) return schooling;
  const clash = firstOverlap(facts.lessons, facts.heldLessons);
  if (clash) {
    const { classCode, courseTitle, startsAt } = clash.theirs;
    return refuse('lesson_overlap', { lesson: `${courseTitle} ${classCode}`, time: formatInstant(startsAt) });
  }
  return { ok: true, category };
};
