import { mayTeach } from '../organisation/organisation';
import type { OrganisationKind } from '../shared/actor';
import type { CourseCategory, CourseModule, PassRule } from './course';

/** Parts without which a course cannot be submitted. */
export const COURSE_PARTS = ['audience', 'summary', 'contactName', 'contactPhone', 'modules', 'moduleHours'] as const;
export type CoursePart = (typeof COURSE_PARTS)[number];

export interface DraftFacts {
  audience: string;
  summary: string;
  contactName: string;
  contactPhone: string;
  modules: readonly Pick<CourseModule, 'theoryMinutes' | 'practiceMinutes'>[];
}

/** What is still missing before the reviewer can be asked. */
export const missingParts = (draft: DraftFacts): CoursePart[] => {
  const empty = (part: 'audience' | 'summary' | 'contactName' | 'contactPhone') => draft[part].trim() === '';
  const missing: CoursePart[] = (['audience', 'summary', 'contactName', 'contactPhone'] as const).filter(empty);
  if (draft.modules.length === 0) return [...missing, 'modules'];
  const hollow = draft.modules.some((module) => module.theoryMinutes + module.practiceMinutes === 0);
  return hollow ? [...missing, 'moduleHours'] : missing;
};

/** Categories that the provider is not approved for. */
export const outsideScope = (categories: readonly CourseCategory[], approved: readonly CourseCategory[]): CourseCategory[] =>
  categories.filter((category) => !approved.includes(category));

/** A category that another kind of provider alone may teach. */
export const needsMchCentre = (categories: readonly CourseCategory[], kind: OrganisationKind): boolean =>
  categories.some((category) => !mayTeach(kind, category));

/** The pre-job training of health-care staff ends with a theory and a skills test, both of them. */
export const lacksTest = (categories: readonly CourseCategory[], rule: PassRule): boolean =>
  categories.includes('health_staff') && (rule.minTheoryScore === null || rule.minPracticalScore === null);
