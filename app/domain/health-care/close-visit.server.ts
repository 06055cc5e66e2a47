import { and, count, eq, inArray } from 'drizzle-orm';
import { guidanceFinding, guidanceVisit } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { accountOf, lockVisit } from './find-visit.server';
import { mayVisitMove, WAITING_FINDINGS } from './visit';

/** Ends a visit of which nothing waits to be mended any more. */
export function closeVisit(ctx: Context, visitId: string): Promise<void> {
  return operation(ctx, 'visit.closed', async (op) => {
    const visit = await lockVisit(op, visitId);
    if (visit.status === 'closed') return op.unchanged(undefined);
    if (!mayVisitMove(visit.status, 'closed')) throw new Refusal('wrong_state');
    const [waiting] = await op.tx
      .select({ n: count() })
      .from(guidanceFinding)
      .where(and(eq(guidanceFinding.visitId, visitId), inArray(guidanceFinding.status, [...WAITING_FINDINGS])));
    if (waiting && waiting.n > 0) throw new Refusal('visit_findings_wait', { params: { count: waiting.n } });
    await op.tx
      .update(guidanceVisit)
      .set({ status: 'closed', closedAt: op.now, closedBy: accountOf(op.actor) })
      .where(and(eq(guidanceVisit.id, visitId), eq(guidanceVisit.status, visit.status)));
    await op.record({ subject: { type: 'visit', id: visitId }, data: { institutionId: visit.institutionId } });
  });
}
