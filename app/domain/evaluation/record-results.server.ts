import { eq, sql } from 'drizzle-orm';
import { candidate } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { accountOf, lockOwnSitting } from './find-sitting.server';
import { type ResultChange, type ResultError, type ResultRow, resultChanges } from './result';
import { markTaught } from './taught-candidates.server';

export interface Recorded {
  changed: number;
  /** Candidates of the sitting whom an assessor taught: said, logged, no block. */
  taught: number;
  errors: ResultError[];
}

/**
 * Writes results of a sitting by the whole set: rows that are wrong are answered one by one and stay out, the others are
 * written in one transaction. `allOrNothing` refuses at the first wrong row instead. After the results are published
 * only credit-bank numbers are taken, until the batch is approved.
 */
export function recordResults(
  ctx: Context,
  sittingId: string,
  rows: readonly ResultRow[],
  { allOrNothing = false } = {},
): Promise<Recorded> {
  return operation(ctx, 'result.recorded', async (op) => {
    const held = await lockOwnSitting(op, 'result.record', sittingId);
    if (held.status !== 'open' && held.status !== 'results_entered') throw new Refusal('wrong_state');
    const today = beijingDate(op.now);
    const known = await op.tx.select().from(candidate).where(eq(candidate.sittingId, sittingId));
    const { changes, errors } = resultChanges(rows, known, { ...held, today, published: held.status === 'results_entered' });
    const [first] = errors;
    if (first && allOrNothing) throw new Refusal(first.code, { field: `${first.field}.${first.candidate}` });
    if (changes.length === 0) return op.unchanged({ changed: 0, taught: known.filter((each) => each.assessorTaughtHer).length, errors });
    const account = accountOf(op.actor);
    await op.tx.execute(sql`
      update candidate c set theory_points = v.theory, practical_points = v.practical, status = v.status, credit_bank_no = v.credit,
        result_recorded_at = ${op.now.toISOString()}::timestamptz, result_recorded_by = ${account}::uuid
      from jsonb_to_recordset(${JSON.stringify(changes.map(stored))}::jsonb)
        as v (id uuid, theory numeric, practical numeric, status text, credit text)
      where c.id = v.id and c.sitting_id = ${sittingId}`);
    const taught = await markTaught(op.tx, sittingId, today);
    await op.record({ subject: { type: 'sitting', id: sittingId }, data: { sittingId, rows: changes.map(traced), taught } });
    return { changed: changes.length, taught: taught.length, errors };
  });
}

const stored = ({ id, theoryPoints, practicalPoints, status, creditBankNo }: ResultChange) => ({
  id,
  theory: theoryPoints,
  practical: practicalPoints,
  status,
  credit: creditBankNo,
});

/** Points and absence as they were and are; of the credit-bank number only that it changed: it is personal. */
const traced = ({ id, before, ...after }: ResultChange) => ({
  candidateId: id,
  before: { theory: before.theoryPoints, practical: before.practicalPoints, absent: before.absent },
  after: {
    theory: after.theoryPoints,
    practical: after.practicalPoints,
    absent: after.status === 'absent',
    creditChanged: before.creditBankNo !== after.creditBankNo,
  },
});
