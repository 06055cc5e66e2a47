import { eq } from 'drizzle-orm';
import { course } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Conflict, Forbidden, Refusal } from '../shared/refusals';
import { lockCourse, moveFrom } from './find-course.server';

/** Sends the submitted text back with what has to be changed. `seenAt` as in an approval. */
export const returnCourse = (ctx: Context, courseId: string, reason: string, seenAt?: Date): Promise<void> =>
  operation(ctx, 'course.returned', async (op) => {
    const found = await lockCourse(op, courseId, 'course.review');
    if (op.actor.kind !== 'user') throw new Forbidden();
    const status = moveFrom(found.status, 'return');
    if (reason.trim() === '') throw new Refusal('returned_without_reason', { field: 'reason' });
    if (seenAt && found.submittedAt?.getTime() !== seenAt.getTime()) throw new Conflict('stale');
    await op.tx
      .update(course)
      .set({ status, decidedAt: op.now, decidedBy: op.actor.accountId, decisionReason: reason })
      .where(eq(course.id, courseId));
    await op.record({ subject: { type: 'course', id: courseId }, data: { reason } });
  });
