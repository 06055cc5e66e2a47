import { and, count, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { candidate, resultAppeal, sitting } from '#db/schema';
import type { Operation } from '../shared/operation.server';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { maySittingMove } from './evaluation';
import { accountOf, lockOwnSitting, type SittingRow } from './find-sitting.server';
import { issueCertificates } from './issue-certificates.server';
import { isAppealOpen } from './sitting';

/**
 * A second account of the organisation approves the batch once appeals are over: every candidate who passed gets her
 * certificate, exactly once however often it is called.
 * @returns how many certificates were issued by this call
 */
export function approveBatch(ctx: Context, sittingId: string): Promise<{ issued: number }> {
  return operation(ctx, 'sitting.approved', async (op) => {
    const held = await lockOwnSitting(op, 'batch.approve', sittingId);
    if (held.status === 'approved') return op.unchanged({ issued: 0 });
    if (!maySittingMove(held.status, 'approved')) throw new Refusal('wrong_state');
    await requireSettled(op, held);
    const [moved] = await op.tx
      .update(sitting)
      .set({ status: 'approved', approvedAt: op.now, approvedBy: accountOf(op.actor) })
      .where(and(eq(sitting.id, sittingId), eq(sitting.status, 'results_entered')))
      .returning({ id: sitting.id });
    if (!moved) throw new Refusal('wrong_state');
    const numbers = await issueCertificates(op, held);
    await op.record({
      subject: { type: 'sitting', id: sittingId },
      data: { certificates: numbers.length, firstNumber: numbers[0] ?? null, lastNumber: numbers.at(-1) ?? null },
    });
    return { issued: numbers.length };
  });
}

async function requireSettled(op: Operation<'sitting.approved'>, held: SittingRow): Promise<void> {
  if (isAppealOpen(held, beijingDate(op.now))) throw new Refusal('batch_before_deadline', { params: { until: held.appealUntilOn ?? '' } });
  const open = await openAppeals(op.tx, held.id);
  if (open > 0) throw new Refusal('batch_open_appeals', { params: { count: open } });
  if (held.resultsPublishedBy !== null && held.resultsPublishedBy === accountOf(op.actor)) throw new Refusal('batch_same_account');
}

export async function openAppeals(tx: Tx, sittingId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(resultAppeal)
    .innerJoin(candidate, eq(candidate.id, resultAppeal.candidateId))
    .where(and(eq(candidate.sittingId, sittingId), sql`${resultAppeal.status} = 'open'`));
  return row?.n ?? 0;
}
