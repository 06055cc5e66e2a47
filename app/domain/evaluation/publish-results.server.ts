import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { candidate, sitting } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { addDays, beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { maySittingMove } from './evaluation';
import { accountOf, type CandidateRow, lockOwnSitting, type SittingRow } from './find-sitting.server';
import { resultOf } from './result';
import { lastExamOn } from './sitting';

export interface Published {
  passed: number;
  failed: number;
  absent: number;
  appealUntilOn: string;
}

/**
 * Decides every candidate by the pass marks and tells the results; from here they change through an appeal only.
 * @throws Refusal while a result is missing or an examination is still to come
 */
export function publishResults(ctx: Context, sittingId: string): Promise<Published | null> {
  return operation(ctx, 'result.published', async (op) => {
    const held = await lockOwnSitting(op, 'result.publish', sittingId);
    if (held.status === 'results_entered') return op.unchanged(null);
    if (!maySittingMove(held.status, 'results_entered')) throw new Refusal('wrong_state');
    const today = beijingDate(op.now);
    if (today < lastExamOn(held)) throw new Refusal('results_not_due');
    const decided = await decide(op.tx, held);
    const appealUntilOn = addDays(today, held.appealDays);
    await op.tx
      .update(sitting)
      .set({ status: 'results_entered', appealUntilOn, resultsPublishedAt: op.now, resultsPublishedBy: accountOf(op.actor) })
      .where(eq(sitting.id, sittingId));
    await op.record({ subject: { type: 'sitting', id: sittingId }, data: { ...decided, appealUntilOn } });
    return { ...decided, appealUntilOn };
  });
}

async function decide(tx: Tx, held: SittingRow) {
  const rows = await tx.select().from(candidate).where(eq(candidate.sittingId, held.id));
  const sat = rows.filter((row) => row.status === 'registered');
  const absent = rows.filter((row) => row.status === 'absent').length;
  if (sat.length + absent === 0) throw new Refusal('sitting_without_candidates');
  const missing = sat.filter((row) => resultOf(row, held) === null).length;
  if (missing > 0) throw new Refusal('results_missing', { params: { count: missing } });
  const passed = sat.filter((row) => resultOf(row, held) === 'passed');
  const failed = sat.filter((row) => resultOf(row, held) === 'failed');
  await setStatus(tx, passed, 'passed');
  await setStatus(tx, failed, 'failed');
  return { passed: passed.length, failed: failed.length, absent };
}

async function setStatus(tx: Tx, rows: readonly CandidateRow[], status: 'passed' | 'failed'): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  await tx.update(candidate).set({ status }).where(inArray(candidate.id, ids));
}
