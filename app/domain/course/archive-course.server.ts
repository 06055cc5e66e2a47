import { and, eq, notInArray } from 'drizzle-orm';
import { course, trainingClass } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { lockCourse, moveFrom } from './find-course.server';

/** Takes a course out of use for good; only when none of its classes goes on. */
export const archiveCourse = (ctx: Context, courseId: string, reason: string): Promise<void> =>
  operation(ctx, 'course.archived', async (op) => {
    const found = await lockCourse(op, courseId, 'course.publish');
    if (found.status === 'archived') return op.unchanged(undefined);
    const status = moveFrom(found.status, 'archive');
    if (reason.trim() === '') throw new Refusal('reason_required', { field: 'reason' });
    const [open] = await op.tx
      .select({ id: trainingClass.id })
      .from(trainingClass)
      .where(and(eq(trainingClass.courseId, courseId), notInArray(trainingClass.status, ['closed', 'cancelled'])))
      .limit(1);
    if (open) throw new Refusal('course_has_open_classes');
    await op.tx.update(course).set({ status, updatedAt: op.now }).where(eq(course.id, courseId));
    await op.record({ subject: { type: 'course', id: courseId }, data: { reason } });
  });
