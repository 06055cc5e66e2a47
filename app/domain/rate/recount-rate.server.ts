import { sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { rateDifference } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { addDays, addMonths, beijingDate, monthOf, weekday } from '../shared/period';
import type { Measure, Population } from './rate';
import { cellDifferences, keptFacts, leaveWaiting, personDifferences, recountedFacts } from './recount-facts.server';

const EVERY_NIGHT = 12;
const MONTHS_BACK = 60;

/** Today, the last days of the twelve months before this one, and a seventh of the older ones: five years in a week. */
export const recountDays = (today: string): string[] => [
  today,
  ...Array.from({ length: MONTHS_BACK }, (_, back) => back)
    .filter((back) => back < EVERY_NIGHT || back % 7 === weekday(today))
    .map((back) => addDays(addMonths(monthOf(today), -back), -1)),
];

interface Difference extends Record<string, unknown> {
  measure: Measure;
  person_id?: string;
  scope: string;
  population?: Population;
  operator_type?: string;
  kept: number;
  recounted: number;
}

/**
 * Counts the rate anew by another way, from posts, leave, institutions, certificates and rules; never from segments.
 * Each difference names its person or its cell; the figures are marked as under check until a later recount agrees.
 * Reads one moment of the database without holding anybody up. @returns the recount's id and how many differences it wrote
 */
export async function recountRate(ctx: Context, days: readonly string[] = recountDays(beijingDate(ctx.now))) {
  const found = await db.transaction((tx) => compare(tx, days), { isolationLevel: 'repeatable read' });
  return operation(ctx, 'recount.finished', async (op): Promise<{ recountId: string; differences: number }> => {
    const recountId = newId();
    const differences = found.differences.length;
    await op.tx.execute(sql`
      insert into recount (id, "of", started_at, finished_at, rows_counted, differences)
      values (${recountId}, 'rate', ${op.now.toISOString()}::timestamptz, clock_timestamp(), ${found.rows}, ${differences})`);
    for (const {
      onDay,
      measure,
      person_id: personId,
      scope,
      population,
      operator_type: operatorType,
      kept,
      recounted,
    } of found.differences)
      await op.tx
        .insert(rateDifference)
        .values({ id: newId(), recountId, onDay, measure, personId, scope, population, operatorType, kept, recounted });
    await op.tx.execute(sql`update rate_state set under_check = ${differences > 0} where id = 1`);
    await op.record({ subject: { type: 'recount', id: recountId }, data: { recountId, differences } });
    return { recountId, differences };
  });
}

/** More than a person could read says nothing more. */
const DIFFERENCES_KEPT = 1_000;

async function compare(tx: Tx, days: readonly string[]) {
  const differences: (Difference & { onDay: string })[] = [];
  let rows = 0;
  await tx.execute(sql`set local work_mem = '128MB'`);
  for (const onDay of days) {
    await tx.execute(recountedFacts(onDay));
    await tx.execute(keptFacts(onDay));
    for (const statement of leaveWaiting) await tx.execute(statement);
    await tx.execute(sql`analyze recounted_fact, kept_fact`);
    for (const statement of [personDifferences, cellDifferences(onDay)])
      for (const found of await tx.execute<Difference>(statement)) differences.push({ ...found, onDay });
    const [counted] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from recounted_fact`);
    rows += counted?.n ?? 0;
    await tx.execute(sql`drop table recounted_fact, kept_fact`);
  }
  return { rows, differences: differences.slice(0, DIFFERENCES_KEPT) };
}
