import { and, eq, inArray, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { importRow, importRun } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { FileProblem } from './file-problem';
import { type ImportRun, scopeOf } from './find-import.server';
import type { RowOutcome } from './import';
import type { CheckBatch, CheckedRow, ImportKind, ImportKinds, ImportScope } from './import-engine.server';
import type { TableLayout } from './import-view';
import type { ParsedRow } from './read-row';
import { openTable } from './read-table.server';
import { readUpload } from './stored-upload.server';

const BATCH = 2_000;

/** Another attempt has taken over: this one stops. */
class Superseded extends Error {}

type Counts = Partial<Record<RowOutcome, number>>;

/**
 * The dry run: reads the file, says of each row what would become of it, and writes nothing else. May be begun again at any time;
 * the rows of an attempt that died are read anew.
 * @returns the counts, or null when nothing was to be checked
 */
export async function checkImport(ctx: Context, kinds: ImportKinds, importId: string): Promise<Counts | null> {
  const run = await beginCheck(importId);
  if (!run) return null;
  try {
    const { layout, counts } = await checkRows(ctx, kinds[run.kind], run);
    return await finishCheck(ctx, run, { status: 'checked', layout, counts });
  } catch (error) {
    if (error instanceof Superseded) return null;
    if (!(error instanceof FileProblem)) throw error;
    return finishCheck(ctx, run, { status: 'unreadable', problem: { code: error.code, params: error.params }, counts: {} });
  }
}

/** Staging rows are no facts yet: they are written without events, one attempt at a time. */
const beginCheck = (importId: string): Promise<ImportRun | undefined> =>
  db.transaction(async (tx) => {
    const [run] = await tx
      .update(importRun)
      .set({ status: 'checking', attempt: sql`${importRun.attempt} + 1`, counts: {}, progressDone: 0, problem: null })
      .where(and(eq(importRun.id, importId), inArray(importRun.status, ['uploaded', 'checking'])))
      .returning();
    if (run) await tx.delete(importRow).where(eq(importRow.importId, importId));
    return run;
  });

async function checkRows(ctx: Context, kind: ImportKind, run: ImportRun): Promise<{ layout: TableLayout; counts: Counts }> {
  const today = beijingDate(ctx.now);
  const scope = await scopeOf(db, run);
  const table = await openTable(await readUpload(run.storedAs), kind, today);
  const file = {
    scope,
    importId: run.id,
    fileSha256: run.sha256,
    now: ctx.now,
    today,
    seen: new Map<string, number>(),
    memory: new Map<string, string>(),
  };
  const counts: Counts = {};
  let writing: Promise<void> = Promise.resolve();
  let rows: ParsedRow[] = [];
  const flush = async () => {
    const batch = rows;
    rows = [];
    await writing;
    writing = checkBatch(run, kind, { ...file, rows: batch }, counts);
    // Read on while the database works; its failure is met at the next flush.
    writing.catch(() => {});
  };
  for await (const row of table.rows()) if (rows.push(row) >= BATCH) await flush();
  if (rows.length > 0) await flush();
  await writing;
  return { layout: table.layout, counts };
}

async function checkBatch(
  run: ImportRun,
  kind: ImportKind,
  batch: Omit<CheckBatch, 'tx'> & { scope: ImportScope },
  counts: Counts,
): Promise<void> {
  await db.transaction(async (tx) => {
    const checked = await kind.check({ ...batch, tx });
    const [mine] = await tx
      .update(importRun)
      .set({ progressDone: sql`${importRun.progressDone} + ${batch.rows.length}` })
      .where(and(eq(importRun.id, run.id), eq(importRun.attempt, run.attempt), eq(importRun.status, 'checking')))
      .returning({ id: importRun.id });
    if (!mine) throw new Superseded();
    await stage(tx, run.id, batch.rows, checked);
    for (const { outcome } of checked) counts[outcome] = (counts[outcome] ?? 0) + 1;
  });
}

async function stage(tx: Tx, importId: string, rows: readonly ParsedRow[], checked: readonly CheckedRow[]): Promise<void> {
  const staged = rows.map((row, at) => {
    const found = checked[at];
    if (!found) throw new Error('a row came back without its outcome');
    return { row_no: row.rowNo, cells: row.shown, ...found, subject_id: found.subjectId };
  });
  await tx.execute(sql`
    insert into import_row (import_id, row_no, cells, outcome, problems, values, before, subject_id)
    select ${importId}::uuid, r.row_no, r.cells, r.outcome, coalesce(r.problems, '[]'::jsonb), r.values, r.before, r.subject_id
    from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb)
      as r (row_no int, cells jsonb, outcome text, problems jsonb, values jsonb, before jsonb, subject_id uuid)`);
}

interface Ending {
  status: 'checked' | 'unreadable';
  counts: Counts;
  layout?: TableLayout;
  problem?: ImportRun['problem'];
}

const finishCheck = (ctx: Context, run: ImportRun, { status, counts, layout, problem }: Ending): Promise<Counts | null> =>
  operation(ctx, 'import.checked', async (op) => {
    const [done] = await op.tx
      .update(importRun)
      .set({
        status,
        counts,
        layout: layout ? { ...layout } : null,
        problem: problem ?? null,
        checkedAt: op.now,
        progressTotal: (counts.new ?? 0) + (counts.changed ?? 0),
      })
      .where(and(eq(importRun.id, run.id), eq(importRun.attempt, run.attempt), eq(importRun.status, 'checking')))
      .returning({ id: importRun.id });
    if (!done) return op.unchanged(null);
    await op.record({ subject: { type: 'import', id: run.id }, data: { kind: run.kind, counts, problem: problem?.code ?? null } });
    return counts;
  });
