import { and, eq } from 'drizzle-orm';
import { guidanceFinding } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { accountOf, lockFinding } from './find-visit.server';
import { mayFindingMove } from './visit';

/** It was no fault after all, or was written by mistake: nothing has to be mended. The finding and the reason stay to be read. */
export function withdrawFinding(ctx: Context, findingId: string, reason: string): Promise<void> {
  return operation(ctx, 'finding.withdrawn', async (op) => {
    const { finding } = await lockFinding(op, findingId);
    if (finding.status === 'withdrawn') return op.unchanged(undefined);
    if (!mayFindingMove(finding.status, 'withdrawn')) throw new Refusal('wrong_state');
    await op.tx
      .update(guidanceFinding)
      .set({ status: 'withdrawn', decidedAt: op.now, decidedBy: accountOf(op.actor), decision: reason })
      .where(and(eq(guidanceFinding.id, findingId), eq(guidanceFinding.status, finding.status)));
    const { visitId, institutionId } = finding;
    await op.record({ subject: { type: 'finding', id: findingId }, data: { visitId, institutionId, reason } });
  });
}
