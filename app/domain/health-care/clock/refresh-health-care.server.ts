import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { groupBy } from '../../shared/group-by';
import { type Context, operation } from '../../shared/operation.server';
import { loadClockFacts, loadRuleVersions } from './clock-facts.server';
import { segmentsOf } from './segments';
import { stepsOf } from './steps';
import { addSteps, changeTo, keptSegments, lockHealthCare, type SegmentChange, writeSegments } from './write-segments.server';

/**
 * Works out anew up to `limit` institutions whose facts changed, and moves the figures by the difference. They are claimed
 * and counted in one transaction: a worker that dies has counted nothing, two at once count nothing twice.
 * Segments reach into the days to come, so that a day that passes needs no work.
 * @returns how many entries were claimed; 0 = nothing was waiting
 */
export const refreshHealthCare = (ctx: Context, limit: number): Promise<number> =>
  operation(ctx, 'health_care.refreshed', async (op) => {
    await lockHealthCare(op.tx);
    const claimed = await op.tx.execute<{ id: string }>(sql`
      with batch as materialized (select seq from health_care_dirty order by seq limit ${limit} for update skip locked)
      delete from health_care_dirty d using batch b where d.seq = b.seq returning d.institution_id as id`);
    const change = await bringUpToDate(op.tx, [...new Set(claimed.map(({ id }) => id))]);
    if (claimed.length < limit) await nothingWaits(op.tx, op.now);
    if (change === null) return op.unchanged(claimed.length);
    await op.record({ subject: { type: 'health_care', id: 'all' }, data: change });
    return claimed.length;
  });

/** Larger batches hold the lock longer than a single change may wait. */
const BATCH = 500;

/** Batch after batch until nothing waits. @returns how many entries were claimed */
export async function refreshAllHealthCare(ctx: Context, batch = BATCH): Promise<number> {
  let total = 0;
  for (let claimed = batch; claimed >= batch; total += claimed) claimed = await refreshHealthCare(ctx, batch);
  return total;
}

/** @returns how many institutions and rows changed; null when all stood already */
async function bringUpToDate(tx: Tx, institutionIds: readonly string[]) {
  if (institutionIds.length === 0) return null;
  const rules = await loadRuleVersions(tx);
  const facts = new Map((await loadClockFacts(tx, institutionIds)).map((each) => [each.institutionId, each]));
  const kept = groupBy(await keptSegments(tx, institutionIds), ({ institutionId }) => institutionId);
  const all: SegmentChange = { gone: [], fresh: [] };
  let changed = 0;
  for (const institutionId of institutionIds) {
    const known = facts.get(institutionId);
    const { gone, fresh } = changeTo(kept.get(institutionId) ?? [], known ? segmentsOf(known, rules) : []);
    if (gone.length + fresh.length > 0) changed += 1;
    all.gone.push(...gone);
    all.fresh.push(...fresh);
  }
  if (changed === 0) return null;
  await writeSegments(tx, all);
  await addSteps(
    tx,
    stepsOf([
      { segments: all.gone, sign: -1 },
      { segments: all.fresh, sign: 1 },
    ]),
  );
  return { institutions: changed, opened: all.fresh.length, closed: all.gone.length };
}

const nothingWaits = (tx: Tx, now: Date) =>
  tx.execute(sql`update health_care_state set as_of = greatest(as_of, ${now.toISOString()}::timestamptz) where id = 1`);
