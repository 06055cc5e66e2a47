import type { CourseCategory, CourseModule } from './course';

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

/** Health-care staff are trained by maternal and child health institutions (76号令, art. 13); another provider is pointed to it. */
export const asksForMchCentre = (categories: readonly CourseCategory[], providerKind: string): boolean =>
  categories.includes('health_staff') && providerKind !== 'mch_centre';
