import { and, eq, sql } from 'drizzle-orm';
import { guidanceChecklist } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { lockChecklist, requireWhole } from './find-checklist.server';

/**
 * Puts a draft in force from its day. Only the first version may begin in the past: visits of days that were recorded
 * by a version keep it.
 */
export function publishChecklist(ctx: Context, checklistId: string): Promise<void> {
  return operation(ctx, 'checklist.published', async (op) => {
    const found = await lockChecklist(op, checklistId);
    if (found.status === 'published') return op.unchanged(undefined);
    if (found.status !== 'draft') throw new Refusal('checklist_not_draft');
    requireWhole(found);
    const { version, inForceFromOn } = found;
    // Two drafts are published one after the other.
    await op.tx.execute(sql`select pg_advisory_xact_lock(hashtext('guidance_checklist'))`);
    const others = await op.tx
      .select({ from: guidanceChecklist.inForceFromOn })
      .from(guidanceChecklist)
      .where(eq(guidanceChecklist.status, 'published'));
    if (others.length > 0 && inForceFromOn < beijingDate(op.now)) throw new Refusal('checklist_in_the_past', { field: 'inForceFromOn' });
    if (others.some(({ from }) => from === inForceFromOn)) throw new Refusal('checklist_day_taken', { field: 'inForceFromOn' });
    const by = { publishedAt: op.now, publishedBy: op.actor.kind === 'user' ? op.actor.accountId : null };
    await op.tx
      .update(guidanceChecklist)
      .set({ status: 'published', ...by })
      .where(and(eq(guidanceChecklist.id, checklistId), eq(guidanceChecklist.status, 'draft')));
    await op.record({ subject: { type: 'checklist', id: checklistId }, data: { version, inForceFromOn } });
  });
}
