import { and, eq, isNull } from 'drizzle-orm';
import { findingAnswer, guidanceFinding } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { accountOf, lockFinding } from './find-visit.server';
import { extensionProblem, mayFindingMove } from './visit';

/** The answer is not enough: the institution is asked again, with a reason and, where it needs one, a new day. */
export function returnFinding(ctx: Context, findingId: string, reason: string, newDay: string | null): Promise<void> {
  return operation(ctx, 'finding.returned', async (op) => {
    const { finding } = await lockFinding(op, findingId);
    if (finding.status !== 'answered' || !mayFindingMove(finding.status, 'open')) throw new Refusal('wrong_state');
    const mendByOn = newDay ?? finding.mendByOn;
    const problem = newDay === null ? null : extensionProblem(finding.mendByOn, newDay, beijingDate(op.now));
    if (problem) throw new Refusal(problem, { field: 'mendByOn' });
    const [answer] = await op.tx
      .update(findingAnswer)
      .set({ returnedAt: op.now, returnedBy: accountOf(op.actor), returnReason: reason })
      .where(and(eq(findingAnswer.findingId, findingId), isNull(findingAnswer.returnedAt)))
      .returning({ id: findingAnswer.id });
    await op.tx
      .update(guidanceFinding)
      .set({ status: 'open', mendByOn, ...(newDay !== null && { overdueToldAt: null }) })
      .where(and(eq(guidanceFinding.id, findingId), eq(guidanceFinding.status, 'answered')));
    const { visitId, institutionId } = finding;
    await op.record({
      subject: { type: 'finding', id: findingId },
      data: { visitId, institutionId, answerId: answer?.id ?? null, reason, before: finding.mendByOn, after: mendByOn },
    });
  });
}
