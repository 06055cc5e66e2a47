import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { offPost } from '#db/schema';
import { isId, newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { overlaps, type Period } from '../shared/period';
import { NotFound, Refusal } from '../shared/refusals';
import { lockEngagement } from './find-engagement.server';
import type { OffPostEntry } from './inputs';
import { settlePosts } from './settle-posts.server';

const asPeriod = ({ fromOn, untilOn }: OffPostEntry): Period => ({ startOn: fromOn, endOn: untilOn });

/** Days off lie within the engagement and never overlap one another. */
async function requireFree(tx: Tx, entry: Period & { id: string }, days: OffPostEntry, except?: string) {
  if (days.untilOn !== null && days.untilOn <= days.fromOn) throw new Refusal('off_post_days', { field: 'untilOn' });
  const isInside = entry.startOn <= days.fromOn && (entry.endOn === null || days.fromOn < entry.endOn);
  if (!isInside) throw new Refusal('off_post_outside', { field: 'fromOn' });
  const others = await tx.select().from(offPost).where(eq(offPost.engagementId, entry.id));
  if (others.some((other) => other.id !== except && overlaps(asPeriod(other), asPeriod(days))))
    throw new Refusal('off_post_overlaps', { field: 'fromOn' });
}

/** Long leave of somebody on the staff list, past, present or to come. @returns its id */
export const recordOffPost = (ctx: Context, engagementId: string, days: OffPostEntry): Promise<string> =>
  operation(ctx, 'engagement.off_post_recorded', async (op) => {
    const { engagement: entry } = await lockEngagement(op, engagementId);
    const [same] = await op.tx
      .select({ id: offPost.id, untilOn: offPost.untilOn })
      .from(offPost)
      .where(and(eq(offPost.engagementId, engagementId), eq(offPost.fromOn, days.fromOn)));
    if (same && same.untilOn === days.untilOn) return op.unchanged(same.id);
    await requireFree(op.tx, entry, days);
    const id = newId();
    const createdBy = op.actor.kind === 'user' ? op.actor.accountId : null;
    await op.tx.insert(offPost).values({ id, engagementId, ...days, createdAt: op.now, createdBy });
    const data = { personId: entry.personId, offPostId: id, ...days };
    await op.record({ subject: { type: 'engagement', id: engagementId }, data });
    await settlePosts(op, [entry.personId]);
    return id;
  });

/** Corrects days off, above all the day of return: `untilOn` is the first day back on post. */
export const changeOffPost = (ctx: Context, engagementId: string, offPostId: string, days: OffPostEntry): Promise<void> =>
  operation(ctx, 'engagement.off_post_changed', async (op) => {
    const { engagement: entry } = await lockEngagement(op, engagementId);
    const { fromOn, untilOn } = await findOffPost(op.tx, engagementId, offPostId);
    if (fromOn === days.fromOn && untilOn === days.untilOn) return op.unchanged(undefined);
    await requireFree(op.tx, entry, days, offPostId);
    await op.tx.update(offPost).set(days).where(eq(offPost.id, offPostId));
    const data = { personId: entry.personId, offPostId, before: { fromOn, untilOn }, after: days };
    await op.record({ subject: { type: 'engagement', id: engagementId }, data });
    await settlePosts(op, [entry.personId]);
  });

/** Days off that never were: the event keeps what was entered. */
export const removeOffPost = (ctx: Context, engagementId: string, offPostId: string): Promise<void> =>
  operation(ctx, 'engagement.off_post_removed', async (op) => {
    const { engagement: entry } = await lockEngagement(op, engagementId);
    const { fromOn, untilOn } = await findOffPost(op.tx, engagementId, offPostId);
    await op.tx.delete(offPost).where(eq(offPost.id, offPostId));
    const data = { personId: entry.personId, offPostId, fromOn, untilOn };
    await op.record({ subject: { type: 'engagement', id: engagementId }, data });
    await settlePosts(op, [entry.personId]);
  });

async function findOffPost(tx: Tx, engagementId: string, offPostId: string) {
  if (!isId(offPostId)) throw new NotFound();
  const [found] = await tx
    .select()
    .from(offPost)
    .where(and(eq(offPost.id, offPostId), eq(offPost.engagementId, engagementId)));
  if (!found) throw new NotFound();
  return found;
}
