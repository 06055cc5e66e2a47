import { sql } from '#db/client';
import { applyImport } from '~/domain/excel/apply-import.server';
import { checkImport } from '~/domain/excel/check-import.server';
import { commitImport } from '~/domain/excel/commit-import.server';
import type { ImportKindName, ImportStatus, RowOutcome } from '~/domain/excel/import';
import type { RowProblem } from '~/domain/excel/row-problem';
import { requestUndo, undoImport } from '~/domain/excel/undo-import.server';
import { uploadImport } from '~/domain/excel/upload-import.server';
import { IMPORTS } from '~/domain/report/import-kinds.server';
import type { UserActor } from '~/domain/shared/actor';
import { now } from '~/platform/clock.server';
import { type Habits, type TestCell, workbook } from './workbooks';

export const asJob = () => ({ actor: { kind: 'system', job: 'test' } as const, now: now() });

export interface FoundRow {
  rowNo: number;
  outcome: RowOutcome;
  problems: RowProblem[];
}

/** Uploads rows as somebody and checks them, as the worker would. */
export async function checked(actor: UserActor, kind: ImportKindName, rows: readonly TestCell[][], habits: Habits = {}) {
  const bytes = workbook(rows, { sheet: IMPORTS[kind].sheets[0], inline: true, ...habits });
  const id = await uploadImport({ actor, now: now() }, IMPORTS[kind], { name: '演示.xlsx', bytes });
  const counts = await checkImport(asJob(), IMPORTS, id);
  return { id, counts, rows: await rowsOf(id) };
}

export const rowsOf = async (importId: string): Promise<FoundRow[]> =>
  (await sql`select row_no as "rowNo", outcome, problems from import_row where import_id = ${importId} order by row_no`) as unknown as FoundRow[];

/** Confirms a checked import and writes it, as the worker would. */
export async function written(actor: UserActor, importId: string): Promise<number> {
  await commitImport({ actor, now: now() }, importId);
  return applyImport(asJob(), IMPORTS, importId);
}

/** Asks for an import to be taken back, and takes it back where nothing blocks it. */
export async function takenBack(actor: UserActor, importId: string, reason = '演示撤销') {
  const answer = await requestUndo({ actor, now: now() }, IMPORTS, importId, reason);
  return answer === 'blocked' ? 'blocked' : undoImport(asJob(), IMPORTS, importId);
}

export const statusOf = async (importId: string): Promise<ImportStatus> =>
  (await sql`select status from import_run where id = ${importId}`)[0]?.status as ImportStatus;

/** What stands in some tables, to be compared before and after; columns that tell only when are left out. */
export const contentsOf = (tables: readonly string[]) =>
  Promise.all(
    tables.map(async (table) => {
      const [row] = await sql.unsafe(
        `select md5(string_agg((to_jsonb(t) - 'updated_at')::text, '|' order by t::text)) as sum, count(*)::int as n from ${table} t`,
      );
      return { table, sum: row?.sum as string, n: row?.n as number };
    }),
  );
