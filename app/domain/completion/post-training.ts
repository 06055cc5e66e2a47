import type { CourseCategory } from '../course/course';
import { beijingDate } from '../shared/period';

/** Categories whose outline names the hours of a whole post training (国卫办人口函〔2021〕449号); others have none. */
export const POST_TRAINING_CATEGORIES = ['principal', 'caregiver'] as const satisfies readonly CourseCategory[];
export type PostTrainingCategory = (typeof POST_TRAINING_CATEGORIES)[number];

/** What a 岗位培训合格证 says, frozen at issue. Minutes. */
export interface PostTrainingContent {
  name: string;
  idNumberMasked: string;
  category: PostTrainingCategory;
  outlineTitle: string;
  outlineVersion: number;
  /** The commission that approved the closing of the class with which she met the outline. */
  issuerName: string;
  /** Minutes that the outline asks for, and what she has. */
  required: Minutes;
  theoryMinutes: number;
  practiceMinutes: number;
  /** The completions whose hours were added up. */
  completions: { number: string; courseTitle: string; completedOn: string; theoryMinutes: number; practiceMinutes: number }[];
}

export interface Minutes {
  theory: number;
  practice: number;
}

export interface OutlineHours {
  id: string;
  version: number;
  effectiveOn: string;
  theoryMinutes: number;
  practiceMinutes: number;
}

export interface CompletedHours {
  completedOn: string;
  theoryMinutes: number;
  practiceMinutes: number;
}

/** The version in force on a day; before the first one, the first. Null without any. */
export const outlineOn = <O extends OutlineHours>(outlines: readonly O[], day: string): O | null => {
  const sorted = [...outlines].sort((a, b) => a.version - b.version);
  return sorted.filter((outline) => outline.effectiveOn <= day).at(-1) ?? sorted[0] ?? null;
};

export interface PostTrainingProgress<O, C> {
  outline: O;
  done: Minutes;
  required: Minutes;
  missing: Minutes;
  /** The day of the completion with which both sums reached the version in force on that day, and those that made it. */
  met: { on: string; outline: O; completions: C[] } | null;
}

/**
 * Hours of valid completions add up within one outline programme: the versions of one category's outline. Theory and practice
 * are each met on their own. A version that comes later asks nothing of those who had met the one before.
 * @returns null where the category has no outline
 */
export function postTrainingProgress<O extends OutlineHours, C extends CompletedHours>(
  outlines: readonly O[],
  completions: readonly C[],
  now: Date,
): PostTrainingProgress<O, C> | null {
  const today = outlineOn(outlines, beijingDate(now));
  if (!today) return null;
  const inOrder = [...completions].sort((a, b) => a.completedOn.localeCompare(b.completedOn));
  const done = { theory: 0, practice: 0 };
  let met: PostTrainingProgress<O, C>['met'] = null;
  for (const [at, one] of inOrder.entries()) {
    done.theory += one.theoryMinutes;
    done.practice += one.practiceMinutes;
    const outline = outlineOn(outlines, one.completedOn);
    if (!met && outline && done.theory >= outline.theoryMinutes && done.practice >= outline.practiceMinutes) {
      met = { on: one.completedOn, outline, completions: inOrder.slice(0, at + 1) };
    }
  }
  const outline = met?.outline ?? today;
  const required = { theory: outline.theoryMinutes, practice: outline.practiceMinutes };
  const missing = met
    ? { theory: 0, practice: 0 }
    : { theory: Math.max(0, required.theory - done.theory), practice: Math.max(0, required.practice - done.practice) };
  return { outline, done, required, missing, met };
}

/** `BJGW-C-110105-2026-00012`; the city's code where a city-level provider's class completed it. */
export const postTrainingNumber = (category: PostTrainingCategory, districtCode: string | null, year: number, seq: number): string =>
  `BJGW-${category === 'principal' ? 'P' : 'C'}-${districtCode ?? '110000'}-${year}-${String(seq).padStart(5, '0')}`;

/** Of the classes that are open, those that add something she misses: whole gaps first, then the soonest (the order given). */
export const fillingClasses = <C extends { theoryMinutes: number; practiceMinutes: number }>(missing: Minutes, classes: readonly C[]) =>
  classes
    .map((each) => ({
      ...each,
      fillsTheory: Math.min(missing.theory, each.theoryMinutes),
      fillsPractice: Math.min(missing.practice, each.practiceMinutes),
    }))
    .filter((each) => each.fillsTheory + each.fillsPractice > 0)
    .map((each) => ({ ...each, fillsWhole: each.fillsTheory === missing.theory && each.fillsPractice === missing.practice }))
    .sort((a, b) => Number(b.fillsWhole) - Number(a.fillsWhole));
