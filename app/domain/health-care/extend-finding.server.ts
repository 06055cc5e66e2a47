import { and, eq } from 'drizzle-orm';
import { guidanceFinding } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { lockFinding } from './find-visit.server';
import { extensionProblem, findingWaits } from './visit';

/** More time to mend something, with the reason for it; a new day is told anew when it passes. */
export function extendFinding(ctx: Context, findingId: string, mendByOn: string, reason: string): Promise<void> {
  return operation(ctx, 'finding.extended', async (op) => {
    const { finding } = await lockFinding(op, findingId);
    if (!findingWaits(finding.status)) throw new Refusal('wrong_state');
    if (finding.mendByOn === mendByOn) return op.unchanged(undefined);
    const problem = extensionProblem(finding.mendByOn, mendByOn, beijingDate(op.now));
    if (problem) throw new Refusal(problem, { field: 'mendByOn' });
    await op.tx
      .update(guidanceFinding)
      .set({ mendByOn, overdueToldAt: null })
      .where(and(eq(guidanceFinding.id, findingId), eq(guidanceFinding.status, finding.status)));
    const { visitId, institutionId } = finding;
    await op.record({
      subject: { type: 'finding', id: findingId },
      data: { visitId, institutionId, before: finding.mendByOn, after: mendByOn, reason },
    });
  });
}
