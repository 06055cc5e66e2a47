import { and, eq, isNull, ne } from 'drizzle-orm';
import { engagement } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate, includes } from '../shared/period';
import { Conflict } from '../shared/refusals';
import { lockEngagement } from './find-engagement.server';

/** This post stands for her where she may count once only: the one of her posts where she mostly works. */
export const chooseMainPost = (ctx: Context, engagementId: string): Promise<void> =>
  operation(ctx, 'engagement.main_post_moved', async (op) => {
    const { engagement: entry } = await lockEngagement(op, engagementId);
    if (!includes(entry, beijingDate(op.now))) throw new Conflict('post_over');
    if (entry.isMainPost) return op.unchanged(undefined);
    const { personId } = entry;
    const others = await op.tx
      .update(engagement)
      .set({ isMainPost: false })
      .where(and(eq(engagement.personId, personId), eq(engagement.isMainPost, true), isNull(engagement.endOn), ne(engagement.id, entry.id)))
      .returning({ id: engagement.id });
    await op.tx.update(engagement).set({ isMainPost: true }).where(eq(engagement.id, engagementId));
    const data = { personId, from: others[0]?.id ?? null, to: engagementId };
    await op.record({ subject: { type: 'engagement', id: engagementId }, data });
  });
