import { and, eq } from 'drizzle-orm';
import { guidanceVisit } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { lockVisit } from './find-visit.server';
import { mayVisitMove } from './visit';

/** The visit will not be made. One that was made stays. */
export function cancelVisit(ctx: Context, visitId: string, reason: string): Promise<void> {
  return operation(ctx, 'visit.cancelled', async (op) => {
    const visit = await lockVisit(op, visitId);
    if (visit.status === 'cancelled') return op.unchanged(undefined);
    if (!mayVisitMove(visit.status, 'cancelled')) throw new Refusal('wrong_state');
    await op.tx
      .update(guidanceVisit)
      .set({ status: 'cancelled', reason })
      .where(and(eq(guidanceVisit.id, visitId), eq(guidanceVisit.status, visit.status)));
    const { institutionId, plannedOn, isAnnounced } = visit;
    await op.record({ subject: { type: 'visit', id: visitId }, data: { institutionId, plannedOn, isAnnounced, reason } });
  });
}
