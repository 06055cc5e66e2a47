import { and, asc, eq, inArray } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { course, programmeCourse } from '#db/schema';
import { authorIn } from '../organisation/find-organisation.server';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { lockPoint } from './find-point.server';

/** Courses of a college that stand: approved, open for classes, or kept in the archive. */
const STANDING = ['approved', 'published', 'archived'] as const;

const standing = (tx: Tx, collegeId: string) =>
  tx
    .select({ id: course.id, title: course.title, status: course.status })
    .from(course)
    .where(and(eq(course.providerId, collegeId), inArray(course.status, [...STANDING])))
    .orderBy(asc(course.title), asc(course.id));

export const listLinkableCourses = (collegeId: string) => standing(db, collegeId);

/** The courses of the platform that stand in a point's curriculum, the whole list at once. */
export const linkCourses = (ctx: Context, pointId: string, courseIds: readonly string[]): Promise<void> =>
  operation(ctx, 'point.courses_linked', async (op) => {
    const point = await lockPoint(op, 'point.manage', pointId);
    const own = new Set((await standing(op.tx, point.collegeId)).map(({ id }) => id));
    if (courseIds.some((id) => !own.has(id))) throw new Refusal('field_choice', { field: 'courses[]' });
    const known = await op.tx.select({ id: programmeCourse.courseId }).from(programmeCourse).where(eq(programmeCourse.pointId, pointId));
    const linked = [...new Set(courseIds)].filter((id) => !known.some((each) => each.id === id));
    const unlinked = known.map(({ id }) => id).filter((id) => !courseIds.includes(id));
    if (linked.length + unlinked.length === 0) return op.unchanged(undefined);
    const by = { linkedAt: op.now, linkedBy: authorIn(op.actor) };
    if (linked.length > 0) await op.tx.insert(programmeCourse).values(linked.map((courseId) => ({ pointId, courseId, ...by })));
    if (unlinked.length > 0)
      await op.tx.delete(programmeCourse).where(and(eq(programmeCourse.pointId, pointId), inArray(programmeCourse.courseId, unlinked)));
    await op.record({ subject: { type: 'programme_point', id: pointId }, data: { linked, unlinked } });
  });
