import { eq } from 'drizzle-orm';
import { course } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { lockCourse, moveFrom } from './find-course.server';

/** Takes a submitted course back before it is decided, to change it. */
export const recallCourse = (ctx: Context, courseId: string): Promise<void> =>
  operation(ctx, 'course.recalled', async (op) => {
    const found = await lockCourse(op, courseId, 'course.submit');
    if (found.status === 'draft') return op.unchanged(undefined);
    const status = moveFrom(found.status, 'recall');
    await op.tx.update(course).set({ status, submittedAt: null, submittedBy: null, decisionDueOn: null }).where(eq(course.id, courseId));
    await op.record({ subject: { type: 'course', id: courseId }, data: {} });
  });
