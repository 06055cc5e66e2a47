import { eq } from 'drizzle-orm';
import { course } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Conflict } from '../shared/refusals';
import { lockCourse, moveFrom } from './find-course.server';

/** Opens an approved course for a later edit: the approved version stays public and taught until the next is approved. */
export const reviseCourse = (ctx: Context, courseId: string): Promise<void> =>
  operation(ctx, 'course.revised', async (op) => {
    const found = await lockCourse(op, courseId, 'course.draft');
    if (found.status === 'draft') return op.unchanged(undefined);
    const status = moveFrom(found.status, 'revise');
    if (!found.currentSyllabusId) throw new Conflict('wrong_state');
    await op.tx
      .update(course)
      .set({ status, submittedAt: null, submittedBy: null, decisionDueOn: null, updatedAt: op.now })
      .where(eq(course.id, courseId));
    await op.record({ subject: { type: 'course', id: courseId }, data: { fromSyllabusId: found.currentSyllabusId } });
  });
