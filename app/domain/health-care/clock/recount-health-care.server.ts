import { sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { healthCareDifference } from '#db/schema';
import { newId } from '../../shared/id';
import { type Context, operation } from '../../shared/operation.server';
import { addDays, addMonths, beijingDate, monthOf } from '../../shared/period';
import type { HealthCareMeasure } from '../requirement';
import { figureDifferences, institutionDifferences, recountedInstitutions } from './recount-facts.server';

const MONTHS_BACK = 12;

/** Today and the last days of the twelve months before this one. */
export const recountDays = (today: string): string[] => [
  today,
  ...Array.from({ length: MONTHS_BACK }, (_, back) => addDays(addMonths(monthOf(today), -back), -1)),
];

interface Difference extends Record<string, unknown> {
  measure: HealthCareMeasure;
  institution_id: string | null;
  scope: string | null;
  kept: number;
  recounted: number;
}

/** More than a person could read says nothing more. */
const DIFFERENCES_KEPT = 1_000;

/**
 * Counts the coverage anew by another way, from the facts and never from segments. Each difference names its institution or
 * its figure; the figures are marked as under check until a later recount agrees. @returns the recount's id and the differences
 */
export async function recountHealthCare(ctx: Context, days: readonly string[] = recountDays(beijingDate(ctx.now))) {
  const found = await db.transaction((tx) => compare(tx, days), { isolationLevel: 'repeatable read' });
  return operation(ctx, 'recount.finished', async (op): Promise<{ recountId: string; differences: number }> => {
    const recountId = newId();
    const differences = found.differences.length;
    await op.tx.execute(sql`
      insert into recount (id, "of", started_at, finished_at, rows_counted, differences)
      values (${recountId}, 'health_care', ${op.now.toISOString()}::timestamptz, clock_timestamp(), ${found.rows}, ${differences})`);
    const rows = found.differences.map(({ onDay, measure, institution_id: institutionId, scope, kept, recounted }) => ({
      ...{ id: newId(), recountId, onDay, measure, institutionId, scope, kept, recounted },
    }));
    if (rows.length > 0) await op.tx.insert(healthCareDifference).values(rows);
    await op.tx.execute(sql`update health_care_state set under_check = ${differences > 0} where id = 1`);
    await op.record({ subject: { type: 'recount', id: recountId }, data: { recountId, differences } });
    return { recountId, differences };
  });
}

async function compare(tx: Tx, days: readonly string[]) {
  const differences: (Difference & { onDay: string })[] = [];
  let rows = 0;
  for (const onDay of days) {
    await tx.execute(recountedInstitutions(onDay));
    for (const statement of [institutionDifferences(onDay), figureDifferences(onDay)])
      for (const found of await tx.execute<Difference>(statement)) differences.push({ ...found, onDay });
    const [counted] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from recounted_institution`);
    rows += counted?.n ?? 0;
    await tx.execute(sql`drop table recounted_institution`);
  }
  return { rows, differences: differences.slice(0, DIFFERENCES_KEPT) };
}
