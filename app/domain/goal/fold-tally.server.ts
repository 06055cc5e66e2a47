import { sql } from 'drizzle-orm';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { addToCells, countAnew, countedFacts, listUncounted, lockTally } from './tally-cells.server';

/**
 * Folds up to `limit` entries of the counting ledger into the tally. An entry is claimed and counted in one
 * transaction, so a worker that dies in the middle has counted nothing, and two at once count nothing twice.
 * A target that nobody has counted yet is counted from the start first.
 * @returns how many entries were folded; 0 = nothing was waiting
 */
export function foldTally(ctx: Context, limit: number): Promise<number> {
  return operation(ctx, 'tally.folded', async (op) => {
    await lockTally(op.tx);
    await countNewTargets(op);
    const at = op.now.toISOString();
    const claimed = await op.tx.execute<{ seq: string }>(sql`
      with batch as materialized (
        select seq from completion_entry where folded_at is null order by seq limit ${limit} for update
      )
      update completion_entry e set folded_at = ${at}::timestamptz from batch b where e.seq = b.seq returning e.seq`);
    if (claimed.length > 0) {
      const seqs = sql`${`{${claimed.map((row) => row.seq).join(',')}}`}::bigint[]`;
      await op.tx.execute(addToCells(countedFacts(sql`select completion_id, delta from completion_entry where seq = any(${seqs})`)));
      await op.record({ subject: { type: 'tally', id: 'all' }, data: { entries: claimed.length } });
    }
    // While more waits, the figures do not hold as of now.
    if (claimed.length < limit) await op.tx.execute(sql`update tally_state set as_of = greatest(as_of, ${at}::timestamptz)`);
    return claimed.length > 0 ? claimed.length : op.unchanged(0);
  });
}

async function countNewTargets(op: Operation<'tally.folded'>): Promise<void> {
  for (const { period_id: periodId, metric } of await listUncounted(op.tx)) {
    const cells = await countAnew(op.tx, { periodId, metric }, op.now);
    await op.recordAs('tally.rebuilt', { subject: { type: 'target', id: periodId }, data: { periodId, metric, rows: cells } });
  }
}
