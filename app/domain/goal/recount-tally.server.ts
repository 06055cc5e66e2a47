import { sql } from 'drizzle-orm';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { cellDifferences, evidenceFacts, rowDifferences, talliedFacts } from './recount-facts.server';
import { lockTally } from './tally-cells.server';

/**
 * Counts everything anew by another way: from enrolments, classes, closings and certificates, not from the counting
 * ledger. Each difference names its row; figures that differ are marked as under check until a later recount agrees.
 * Holds the tally's lock meanwhile: folding waits, nobody else does.
 * @returns the recount's id and how many differences it wrote down
 */
export function recountTally(ctx: Context): Promise<{ recountId: string; differences: number }> {
  return operation(ctx, 'recount.finished', async (op) => {
    const recountId = newId();
    await lockTally(op.tx);
    await op.tx.execute(evidenceFacts);
    await op.tx.execute(talliedFacts);
    await op.tx.execute(sql`
      insert into recount (id, started_at, rows_counted) select ${recountId}, ${op.now.toISOString()}::timestamptz, count(*) from evidence_fact`);
    await op.tx.execute(rowDifferences(recountId));
    await op.tx.execute(cellDifferences(recountId));
    const [found] = await op.tx.execute<{ differences: number }>(sql`
      with counted as (select count(*)::int as differences from recount_difference where recount_id = ${recountId})
      update recount set differences = counted.differences, finished_at = clock_timestamp() from counted where id = ${recountId} returning counted.differences`);
    await op.tx.execute(sql`
      update tally_state s set under_check = exists (
        select 1 from recount_difference d where d.recount_id = ${recountId} and d.period_id = s.period_id and d.metric = s.metric)`);
    await op.tx.execute(sql`drop table evidence_fact, tallied_fact`);
    const differences = found?.differences ?? 0;
    await op.record({ subject: { type: 'recount', id: recountId }, data: { recountId, differences } });
    return { recountId, differences };
  });
}
