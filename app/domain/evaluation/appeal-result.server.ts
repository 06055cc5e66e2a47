import { and, eq } from 'drizzle-orm';
import { resultAppeal } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { addWorkingDays, beijingDate } from '../shared/period';
import { Forbidden, Refusal } from '../shared/refusals';
import { APPEAL_ANSWER_WORKING_DAYS } from './evaluation';
import { accountOf, lockCandidate } from './find-sitting.server';
import { isAppealOpen } from './sitting';

/** A candidate asks for her result to be looked at again: once, until the last day of appeals at 24:00. */
export function openAppeal(ctx: Context, candidateId: string, statement: string): Promise<void> {
  return operation(ctx, 'appeal.opened', async (op) => {
    const { row, held } = await lockCandidate(op, 'appeal.open', candidateId);
    const openedBy = accountOf(op.actor);
    if (openedBy === null) throw new Forbidden();
    if (held.status === 'open' || row.status === 'withdrawn' || row.status === 'registered') throw new Refusal('appeal_not_yet');
    const today = beijingDate(op.now);
    if (held.status !== 'results_entered' || !isAppealOpen(held, today)) throw new Refusal('appeal_closed');
    const id = newId();
    const answerDueOn = addWorkingDays(today, APPEAL_ANSWER_WORKING_DAYS);
    const made = await op.tx
      .insert(resultAppeal)
      .values({ id, candidateId, statement, status: 'open', answerDueOn, openedAt: op.now, openedBy })
      .onConflictDoNothing({ target: resultAppeal.candidateId })
      .returning({ id: resultAppeal.id });
    if (made.length === 0) throw new Refusal('appeal_exists');
    await op.record({ subject: { type: 'appeal', id }, data: { sittingId: held.id, candidateId, answerDueOn } });
  });
}

/** She lets it be before it is answered. */
export function withdrawAppeal(ctx: Context, candidateId: string): Promise<void> {
  return operation(ctx, 'appeal.withdrawn', async (op) => {
    const { held } = await lockCandidate(op, 'appeal.open', candidateId);
    const [gone] = await op.tx
      .update(resultAppeal)
      .set({ status: 'withdrawn', decidedAt: op.now })
      .where(and(eq(resultAppeal.candidateId, candidateId), eq(resultAppeal.status, 'open')))
      .returning({ id: resultAppeal.id });
    if (!gone) return op.unchanged(undefined);
    await op.record({ subject: { type: 'appeal', id: gone.id }, data: { sittingId: held.id, candidateId } });
  });
}
