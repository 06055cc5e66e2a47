import type { CourseCategory } from '../course/course';
import type { EngagementAtEnrolment } from './attribution';

/** A post that a person holds today, with what an enrolment from it would carry. */
export interface Post extends EngagementAtEnrolment {
  engagementId: string;
  institutionName: string;
  isIntern: boolean;
}

export type PostChoice = { ok: true; post: Post | null } | { ok: false; code: 'institution_needed' | 'not_on_post' };

interface Wish {
  /** The post that was picked; null lets the rule pick. */
  engagementId: string | null;
  /** An institution that nominates: only its own post will do. */
  institutionId: string | null;
  /** Student or about to work in childcare: no institution is asked. */
  isPreService: boolean;
}

/**
 * Which post an enrolment is made from: the one picked, else the first whose role the course is for, else any.
 * Without a post only somebody before service may enrol.
 */
export const choosePost = (posts: readonly Post[], categories: readonly CourseCategory[], wish: Wish): PostChoice => {
  const open = wish.institutionId === null ? posts : posts.filter((post) => post.institutionId === wish.institutionId);
  if (wish.engagementId !== null) {
    const picked = open.find((post) => post.engagementId === wish.engagementId);
    return picked ? { ok: true, post: picked } : { ok: false, code: 'not_on_post' };
  }
  const first = open.find((post) => categories.includes(post.role)) ?? open[0];
  if (first) return { ok: true, post: first };
  if (wish.institutionId !== null) return { ok: false, code: 'not_on_post' };
  return wish.isPreService ? { ok: true, post: null } : { ok: false, code: 'institution_needed' };
};
