import { and, eq } from 'drizzle-orm';
import { guidanceChecklist } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { lockChecklist } from './find-checklist.server';

/** Takes back a draft, or a published version before its day. What was in force on any day stays. */
export function withdrawChecklist(ctx: Context, checklistId: string, reason: string): Promise<void> {
  return operation(ctx, 'checklist.withdrawn', async (op) => {
    const found = await lockChecklist(op, checklistId);
    if (found.status === 'withdrawn') return op.unchanged(undefined);
    if (found.status === 'published' && found.inForceFromOn <= beijingDate(op.now)) throw new Refusal('checklist_in_force');
    await op.tx
      .update(guidanceChecklist)
      .set({ status: 'withdrawn' })
      .where(and(eq(guidanceChecklist.id, checklistId), eq(guidanceChecklist.status, found.status)));
    await op.record({ subject: { type: 'checklist', id: checklistId }, data: { version: found.version, reason } });
  });
}
