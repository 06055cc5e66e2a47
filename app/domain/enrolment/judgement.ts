import type { CourseCategory } from '../course/course';
import type { EducationLevel } from '../person/person';
import type { ClassClock } from '../training-class/training-class';
import { ELIGIBILITY_REFUSALS, type EligibilityFacts, eligibility, type HeldLesson } from './eligibility';
import { type EnrolmentStatus, type InstitutionAnswer, LIVE_ENROLMENT_STATUSES } from './enrolment';
import { choosePost, type Post } from './post';

/** An enrolment of the person in the class, of now or before. */
export interface Mine {
  id: string;
  status: EnrolmentStatus;
  answer: InstitutionAnswer;
  institutionId: string | null;
}

/** Everything that decides whether one person may enrol in one class. */
export interface Facts {
  classId: string;
  personId: string;
  name: string;
  code: string;
  courseId: string;
  providerId: string;
  /** District of the provider; null = city level. */
  districtCode: string | null;
  /** Its course is in the public catalogue. */
  published: boolean;
  clock: ClassClock;
  categories: CourseCategory[];
  bornOn: string | null;
  education: EducationLevel | null;
  isPreService: boolean;
  posts: Post[];
  mine: Mine[];
  hasCompletion: boolean;
  lessons: { startsAt: Date; endsAt: Date }[];
  heldLessons: HeldLesson[];
}

export interface Wish {
  engagementId: string | null;
  institutionId: string | null;
  /** She says of herself that she is a student or about to work in childcare. */
  preService: boolean;
  /** Why somebody whose role differs may come all the same. */
  overrideReason: string | null;
}

/** Every reason why a person may not enrol in a class. */
export const ENROLMENT_REFUSALS = [...ELIGIBILITY_REFUSALS, 'institution_needed', 'not_on_post'] as const;
export type EnrolmentRefusal = (typeof ENROLMENT_REFUSALS)[number];

export type Judgement =
  | { ok: true; post: Post | null; isPreService: boolean; category: CourseCategory }
  | {
      ok: false;
      code: EnrolmentRefusal;
      params: Record<string, string | number>;
    };

const isLive = (status: EnrolmentStatus): boolean => (LIVE_ENROLMENT_STATUSES as readonly string[]).includes(status);

/** The live enrolment of the person in this class, if there is one. */
export const liveOf = (facts: Facts): Mine | undefined => facts.mine.find((each) => isLive(each.status));

/** Puts the facts before the rules; `clock` is the class as it is under its lock. */
export function judge(facts: Facts, wish: Wish, now: Date, clock: ClassClock = facts.clock): Judgement {
  const isPreService = facts.posts.length === 0 && (facts.isPreService || wish.preService);
  const choice = choosePost(facts.posts, facts.categories, { ...wish, isPreService });
  const post = choice.ok ? choice.post : null;
  const input: EligibilityFacts = {
    now,
    trainingClass: clock,
    categories: facts.categories,
    bornOn: facts.bornOn,
    education: facts.education,
    role: post?.role ?? null,
    isPreService,
    isIntern: post?.isIntern ?? false,
    overrideReason: wish.overrideReason,
    existing: liveOf(facts)?.status ?? null,
    hasCompletion: facts.hasCompletion,
    refusedByInstitution:
      wish.institutionId === null &&
      facts.mine.some((each) => each.answer === 'refused' && each.institutionId === (post?.institutionId ?? null)),
    lessons: facts.lessons,
    heldLessons: facts.heldLessons,
  };
  const answer = eligibility(input);
  if (!answer.ok) return answer;
  if (!choice.ok) return { ok: false, code: choice.code, params: {} };
  return { ok: true, post, isPreService, category: answer.category };
}
