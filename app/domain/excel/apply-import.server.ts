import { and, eq, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { importRun } from '#db/schema';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { type ImportRun, scopeOf } from './find-import.server';
import type { RowOutcome } from './import';
import type { FailedRow, ImportKinds } from './import-engine.server';

const BATCH = 2_000;
type Writing = Operation<'import.rows_written'>;

/**
 * Writes the rows that were found new or changed, batch after batch. Each batch claims its rows and writes them in one
 * transaction: a worker that dies has written whole batches, and whoever goes on begins behind them.
 * @returns how many rows this call wrote
 */
export async function applyImport(ctx: Context, kinds: ImportKinds, importId: string): Promise<number> {
  const [run] = await db
    .select()
    .from(importRun)
    .where(and(eq(importRun.id, importId), eq(importRun.status, 'committing')));
  if (!run) return 0;
  // The rows are the uploader's: the log names her file, not the job.
  const author: Context = { ...ctx, actor: { kind: 'import', file: run.fileName, accountId: run.uploadedBy } };
  let total = 0;
  for (let written = 1; written > 0; total += written) written = await applyNext(author, kinds, run, BATCH);
  await finish(ctx, run);
  return total;
}

const breaksConstraint = (error: unknown): boolean => {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause && String(cause.code).startsWith('23');
};

/** One row that the database refuses must not hold up the rest: the batch is cut smaller until that row stands alone. */
async function applyNext(ctx: Context, kinds: ImportKinds, run: ImportRun, limit: number): Promise<number> {
  try {
    return await applyBatch(ctx, kinds, run, limit);
  } catch (error) {
    if (!breaksConstraint(error)) throw error;
    if (limit === 1) return refuseNext(ctx, run);
    let written = 0;
    for (let part = 0; part < 10; part += 1) written += await applyNext(ctx, kinds, run, Math.ceil(limit / 10));
    return written;
  }
}

const applyBatch = (ctx: Context, kinds: ImportKinds, run: ImportRun, limit: number): Promise<number> =>
  operation(ctx, 'import.rows_written', async (op) => {
    const rowNos = await claim(op, run, limit);
    const [first] = rowNos;
    const last = rowNos.at(-1);
    if (first === undefined || last === undefined) return op.unchanged(0);
    const failed = await kinds[run.kind].apply({ op, scope: await scopeOf(op.tx, run), importId: run.id, rowNos });
    await putBack(op, run, failed);
    await advance(op, run, rowNos.length);
    await op.record({
      subject: { type: 'import', id: run.id },
      data: { kind: run.kind, first, last, rows: rowNos.length - failed.length },
    });
    return rowNos.length;
  });

async function claim(op: Writing, run: ImportRun, limit: number): Promise<number[]> {
  const rows = await op.tx.execute<{ row_no: number }>(sql`
    with waiting as materialized (
      select row_no from import_row
      where import_id = ${run.id} and applied_at is null and outcome in ('new', 'changed')
        and exists (select 1 from import_run where id = ${run.id} and status = 'committing')
      order by row_no limit ${limit} for update skip locked
    )
    update import_row r set applied_at = ${op.now.toISOString()}::timestamptz
    from waiting w where r.import_id = ${run.id} and r.row_no = w.row_no returning r.row_no`);
  return rows.map((row) => row.row_no).sort((a, b) => a - b);
}

async function putBack(op: Writing, run: ImportRun, failed: readonly FailedRow[]): Promise<void> {
  if (failed.length === 0) return;
  await op.tx.execute(sql`
    update import_row r set applied_at = null, outcome = 'conflict', subject_id = null,
      problems = r.problems || jsonb_build_array(jsonb_build_object('column', '', 'code', f.code))
    from jsonb_to_recordset(${JSON.stringify(failed)}::jsonb) as f ("rowNo" int, code text)
    where r.import_id = ${run.id} and r.row_no = f."rowNo"`);
}

const advance = (op: Writing, run: ImportRun, rows: number) =>
  op.tx
    .update(importRun)
    .set({ progressDone: sql`${importRun.progressDone} + ${rows}` })
    .where(eq(importRun.id, run.id));

const refuseNext = (ctx: Context, run: ImportRun): Promise<number> =>
  operation(ctx, 'import.rows_written', async (op) => {
    const [rowNo] = await claim(op, run, 1);
    if (rowNo === undefined) return op.unchanged(0);
    await putBack(op, run, [{ rowNo, code: 'failed_to_write' }]);
    await advance(op, run, 1);
    await op.record({ subject: { type: 'import', id: run.id }, data: { kind: run.kind, first: rowNo, last: rowNo, rows: 0 } });
    return 1;
  });

const finish = (ctx: Context, run: ImportRun): Promise<void> =>
  operation(ctx, 'import.committed', async (op) => {
    const rows = await op.tx.execute<{ outcome: RowOutcome; n: number }>(
      sql`select outcome, count(*)::int as n from import_row where import_id = ${run.id} group by outcome`,
    );
    const counts = Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]));
    const [done] = await op.tx
      .update(importRun)
      .set({ status: 'committed', committedAt: op.now, counts })
      .where(
        and(
          eq(importRun.id, run.id),
          eq(importRun.status, 'committing'),
          sql`not exists (select 1 from import_row w where w.import_id = ${run.id} and w.applied_at is null and w.outcome in ('new', 'changed'))`,
        ),
      )
      .returning({ id: importRun.id });
    if (!done) return op.unchanged(undefined);
    await op.record({ subject: { type: 'import', id: run.id }, data: { kind: run.kind, counts } });
  });
