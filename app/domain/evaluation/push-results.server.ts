import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { sitting } from '#db/schema';
import { organisationOf } from '../shared/actor';
import type { Context } from '../shared/operation.server';
import { hasLine } from '../shared/policy';
import type { PushedRow, RowProblem } from '../shared/pushed-rows.server';
import { Forbidden, NotFound } from '../shared/refusals';
import { recordResults } from './record-results.server';
import type { ResultRow } from './result';

/** Results of one sitting from the evaluation organisation's own system, by the operation of the screen. @throws Forbidden, NotFound */
export async function pushResults(
  ctx: Context & { tx: Tx },
  { sittingCode, rows }: { sittingCode: string; rows: readonly PushedRow<ResultRow>[] },
): Promise<RowProblem[]> {
  if (!hasLine(ctx.actor, 'result.record')) throw new Forbidden();
  const [found] = await ctx.tx
    .select({ id: sitting.id })
    .from(sitting)
    .where(and(eq(sitting.code, sittingCode), eq(sitting.organisationId, organisationOf(ctx.actor)?.id ?? '')));
  if (!found) throw new NotFound();
  if (rows.length === 0) return [];
  const { errors } = await recordResults(
    ctx,
    found.id,
    rows.map(({ value }) => value),
  );
  return errors.map(({ row, field, code }) => ({ row: rows[row]?.row ?? row + 1, field, code }));
}
