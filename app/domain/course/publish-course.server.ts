import { eq } from 'drizzle-orm';
import { course } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { lockCourse, moveFrom } from './find-course.server';

/** Puts an approved course into the public catalogue. */
export const publishCourse = (ctx: Context, courseId: string): Promise<void> =>
  operation(ctx, 'course.published', async (op) => {
    const found = await lockCourse(op, courseId, 'course.publish');
    if (found.status === 'published') return op.unchanged(undefined);
    const status = moveFrom(found.status, 'publish');
    if (found.provider.status !== 'approved') throw new Refusal('organisation_not_approved');
    await op.tx
      .update(course)
      .set({ status, publishedAt: found.publishedAt ?? op.now })
      .where(eq(course.id, courseId));
    await op.record({ subject: { type: 'course', id: courseId }, data: {} });
  });
