import { eq } from 'drizzle-orm';
import { engagement } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Conflict, Refusal } from '../shared/refusals';
import { lockEngagement } from './find-engagement.server';
import { settlePosts } from './settle-posts.server';

/**
 * Somebody leaves: `endOn` is the first day that she is no longer there. On the day it began, the entry turns out never
 * to have been true.
 */
export const endEngagement = (ctx: Context, engagementId: string, endOn: string): Promise<void> =>
  operation(ctx, 'engagement.ended', async (op) => {
    const { engagement: entry } = await lockEngagement(op, engagementId);
    if (entry.endOn === endOn) return op.unchanged(undefined);
    if (entry.endOn !== null) throw new Conflict('wrong_state');
    if (endOn < entry.startOn) throw new Refusal('engagement_period', { field: 'endOn' });
    await op.tx.update(engagement).set({ endOn }).where(eq(engagement.id, engagementId));
    await op.record({ subject: { type: 'engagement', id: engagementId }, data: { personId: entry.personId, endOn } });
    await settlePosts(op, [entry.personId]);
  });
