import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { candidate, resultAppeal } from '#db/schema';
import { isId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import { accountOf, type CandidateRow, lockSitting, type SittingRow } from './find-sitting.server';
import { resultOf } from './result';

interface AppealDecision {
  decision: 'upheld' | 'rejected';
  reason: string;
  /** The corrected points where it is upheld. */
  theory: number | null;
  practical: number | null;
}

/** The evaluation organisation answers an appeal with its reason; an upheld one corrects the result, with its trace. */
export function decideAppeal(ctx: Context, appealId: string, answer: AppealDecision): Promise<void> {
  return operation(ctx, 'appeal.decided', async (op) => {
    if (!hasLine(op.actor, 'appeal.decide')) throw new Forbidden();
    const held = await lockSitting(op.tx, (await findAppeal(op.tx, appealId)).who.sittingId);
    if (!can(op.actor, 'appeal.decide', { organisationId: held.organisationId })) throw new NotFound();
    const { appeal, who } = await findAppeal(op.tx, appealId);
    if (appeal.status !== 'open') throw new Refusal('wrong_state');
    const after = answer.decision === 'upheld' ? corrected(who, held, answer) : who;
    const [decided] = await op.tx
      .update(resultAppeal)
      .set({ status: answer.decision, decision: answer.reason, decidedAt: op.now, decidedBy: accountOf(op.actor) })
      .where(and(eq(resultAppeal.id, appeal.id), eq(resultAppeal.status, 'open')))
      .returning({ id: resultAppeal.id });
    if (!decided) throw new Refusal('wrong_state');
    const { theoryPoints, practicalPoints, status } = after;
    if (answer.decision === 'upheld')
      await op.tx
        .update(candidate)
        .set({ theoryPoints, practicalPoints, status, resultRecordedAt: op.now, resultRecordedBy: accountOf(op.actor) })
        .where(eq(candidate.id, who.id));
    await op.record({
      subject: { type: 'appeal', id: appeal.id },
      data: {
        sittingId: held.id,
        candidateId: who.id,
        decision: answer.decision,
        reason: answer.reason,
        before: { theory: who.theoryPoints, practical: who.practicalPoints, status: who.status },
        after: { theory: theoryPoints, practical: practicalPoints, status },
      },
    });
  });
}

async function findAppeal(tx: Tx, appealId: string) {
  if (!isId(appealId)) throw new NotFound();
  const [found] = await tx
    .select({ appeal: resultAppeal, who: candidate })
    .from(resultAppeal)
    .innerJoin(candidate, eq(candidate.id, resultAppeal.candidateId))
    .where(eq(resultAppeal.id, appealId));
  if (!found) throw new NotFound();
  return found;
}

function corrected(who: CandidateRow, held: SittingRow, { theory, practical }: AppealDecision) {
  const points = { theoryPoints: theory, practicalPoints: practical };
  const status = resultOf(points, held);
  if (status === null) throw new Refusal('appeal_points_missing', { field: theory === null ? 'theory' : 'practical' });
  if (theory === who.theoryPoints && practical === who.practicalPoints) throw new Refusal('appeal_points_unchanged', { field: 'theory' });
  return { ...points, status };
}
