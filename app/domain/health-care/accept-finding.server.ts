import { and, eq } from 'drizzle-orm';
import { guidanceFinding } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { accountOf, lockFinding } from './find-visit.server';
import { mayFindingMove } from './visit';

/** It is mended: by the answer, or because somebody looked again on the spot. `note` says what was seen. */
export function acceptFinding(ctx: Context, findingId: string, note: string): Promise<void> {
  return operation(ctx, 'finding.mended', async (op) => {
    const { finding } = await lockFinding(op, findingId);
    if (finding.status === 'mended') return op.unchanged(undefined);
    if (!mayFindingMove(finding.status, 'mended')) throw new Refusal('wrong_state');
    // Without an answer there is nothing but her own word for it.
    if (finding.status === 'open' && note === '') throw new Refusal('finding_unanswered', { field: 'note' });
    await op.tx
      .update(guidanceFinding)
      .set({ status: 'mended', decidedAt: op.now, decidedBy: accountOf(op.actor), decision: note || null })
      .where(and(eq(guidanceFinding.id, findingId), eq(guidanceFinding.status, finding.status)));
    const { visitId, institutionId } = finding;
    await op.record({
      subject: { type: 'finding', id: findingId },
      data: { visitId, institutionId, answered: finding.status === 'answered' },
    });
  });
}
