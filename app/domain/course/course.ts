export const COURSE_CATEGORIES = ['principal', 'caregiver', 'health_staff', 'other'] as const;
export type CourseCategory = (typeof COURSE_CATEGORIES)[number];

/** The letter of a category in a completion certificate number. */
export const CATEGORY_LETTERS: Readonly<Record<CourseCategory, 'P' | 'C' | 'H' | 'O'>> = {
  principal: 'P',
  caregiver: 'C',
  health_staff: 'H',
  other: 'O',
};

export const COURSE_STATUSES = ['draft', 'submitted', 'approved', 'returned', 'published', 'archived'] as const;
export type CourseStatus = (typeof COURSE_STATUSES)[number];

/** `reviewer` is the provider's district, or the city for a city-level provider. */
export interface CourseMove {
  from: CourseStatus;
  to: CourseStatus;
  by: 'submit' | 'approve' | 'return' | 'recall' | 'publish' | 'archive' | 'revise' | 'drop';
  who: 'provider' | 'reviewer';
}

export const COURSE_MOVES: readonly CourseMove[] = [
  { from: 'draft', to: 'submitted', by: 'submit', who: 'provider' },
  { from: 'returned', to: 'submitted', by: 'submit', who: 'provider' },
  { from: 'submitted', to: 'draft', by: 'recall', who: 'provider' },
  { from: 'submitted', to: 'approved', by: 'approve', who: 'reviewer' },
  { from: 'submitted', to: 'returned', by: 'return', who: 'reviewer' },
  { from: 'approved', to: 'published', by: 'publish', who: 'provider' },
  { from: 'approved', to: 'draft', by: 'revise', who: 'provider' },
  { from: 'published', to: 'draft', by: 'revise', who: 'provider' },
  // A revision given up: the course is again what it was before.
  { from: 'draft', to: 'published', by: 'drop', who: 'provider' },
  { from: 'draft', to: 'approved', by: 'drop', who: 'provider' },
  { from: 'returned', to: 'published', by: 'drop', who: 'provider' },
  { from: 'returned', to: 'approved', by: 'drop', who: 'provider' },
  { from: 'published', to: 'archived', by: 'archive', who: 'provider' },
  { from: 'approved', to: 'archived', by: 'archive', who: 'provider' },
];

/** The provider may change the text. */
export const COURSE_EDITABLE: readonly CourseStatus[] = ['draft', 'returned'];

/** Working days that the reviewer has, counted from the day after submission. */
export const REVIEW_WORKING_DAYS = 10;

type PublicFacts = { status: CourseStatus; currentSyllabusId: string | null; publishedAt: Date | string | null };

/** In the catalogue: published once and not archived, also while a later edit is drafted and reviewed. */
export const isPublicCourse = (course: PublicFacts): boolean =>
  course.publishedAt !== null && course.currentSyllabusId !== null && course.status !== 'archived';

/** A class may be opened of the approved syllabus, also while a later edit is drafted and reviewed. */
export const isTeachable = <C extends Pick<PublicFacts, 'status' | 'currentSyllabusId'>>(
  course: C,
): course is C & { currentSyllabusId: string } => course.currentSyllabusId !== null && course.status !== 'archived';

export const mayMove = (from: CourseStatus, to: CourseStatus): boolean => COURSE_MOVES.some((move) => move.from === from && move.to === to);

export const DELIVERIES = ['on_site', 'online', 'blended'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** One class hour (学时) is 45 minutes; everything is stored in minutes. */
export const MINUTES_PER_HOUR = 45;

export interface CourseModule {
  code: string;
  title: string;
  theoryMinutes: number;
  practiceMinutes: number;
  topics: string[];
  /** The outline module that this one answers; null when the course adds it. */
  outlineModuleCode: string | null;
}

/** What a trainee must reach; a null score means that the part is not examined. */
export interface PassRule {
  minAttendancePercent: number;
  hoursMustBeMet: boolean;
  minTheoryScore: number | null;
  /** Practical is passed by mark (合格) or by a score of at least this; null when not examined. */
  minPracticalScore: number | null;
}

export const DEFAULT_PASS_RULE: PassRule = { minAttendancePercent: 80, hoursMustBeMet: true, minTheoryScore: 60, minPracticalScore: 60 };

/** It offers less than the outline asks of a category: enough to renew what somebody holds, not for the first certificate. */
export const isRefresher = (
  category: CourseCategory,
  outlines: readonly Pick<Syllabus['outlines'][number], 'category' | 'meetsOutline'>[],
): boolean => outlines.some((outline) => outline.category === category && !outline.meetsOutline);

/** A course without any examined part never counts toward a target. */
export const definesAssessment = (rule: PassRule): boolean => rule.minTheoryScore !== null || rule.minPracticalScore !== null;

export interface SyllabusAttachment {
  id: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
}

/** What an approval freezes; the classes opened of it keep it for ever. */
export interface Syllabus {
  title: string;
  categories: CourseCategory[];
  audience: string;
  summary: string;
  delivery: Delivery;
  passRule: PassRule;
  modules: CourseModule[];
  outlines: {
    category: CourseCategory;
    outlineId: string;
    version: number;
    meetsOutline: boolean;
    titleZh?: string;
    titleEn?: string;
    /** Its hours are proposed (建议学时), not official. */
    isProposed?: boolean;
  }[];
  contact?: { name: string; phone: string };
  attachments?: SyllabusAttachment[];
}
