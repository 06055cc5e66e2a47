import { and, eq, isNull } from 'drizzle-orm';
import { courseAttachment } from '#db/schema';
import { isId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { NotFound } from '../shared/refusals';
import { lockCourse, requireEditable } from './find-course.server';

/** Takes a file out of the draft. An approved syllabus that lists it keeps it. */
export const removeAttachment = (ctx: Context, courseId: string, attachmentId: string): Promise<void> =>
  operation(ctx, 'course.attachment_removed', async (op) => {
    const found = await lockCourse(op, courseId, 'course.draft');
    requireEditable(found.status);
    if (!isId(attachmentId)) throw new NotFound();
    const here = and(eq(courseAttachment.id, attachmentId), eq(courseAttachment.courseId, courseId));
    const [known] = await op.tx.select({ id: courseAttachment.id }).from(courseAttachment).where(here);
    if (!known) throw new NotFound();
    const gone = await op.tx
      .update(courseAttachment)
      .set({ removedAt: op.now })
      .where(and(here, isNull(courseAttachment.removedAt)))
      .returning({ id: courseAttachment.id });
    if (gone.length === 0) return op.unchanged(undefined);
    await op.record({ subject: { type: 'course', id: courseId }, data: { attachmentId } });
  });
