import { PassThrough, type Readable } from 'node:stream';
import { and, asc, eq, gt, lte } from 'drizzle-orm';
import Excel from 'exceljs';
import { db } from '#db/client';
import { importRow } from '#db/schema';
import type { Language } from '~/i18n/languages';
import { translate } from '~/i18n/translate';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Conflict } from '../shared/refusals';
import { type Cell, plainNumber, type SheetRow, textOf } from './cell';
import { findImport, type ImportRun } from './find-import.server';
import type { RowOutcome } from './import';
import type { ImportKinds } from './import-engine.server';
import type { TableLayout } from './import-view';
import { problemLines, type StoredProblem } from './problem-words';
import { openTable, type Table } from './read-table.server';
import { readUpload } from './stored-upload.server';

const PAGE = 2_000;
const WRONG: readonly RowOutcome[] = ['conflict', 'error'];

interface Wanted {
  language: Language;
  /** Only the rows that must be mended, below their headers. */
  onlyWrong: boolean;
}

/** The uploaded sheet again, with a column that says of each row what came of it. Only whoever may see the import gets it. */
export const importResult = (
  ctx: Context,
  kinds: ImportKinds,
  importId: string,
  wanted: Wanted,
): Promise<{ fileName: string; body: Readable }> =>
  operation(ctx, 'export.made', async (op) => {
    const run = await findImport(op.tx, op.actor, importId);
    if (!run.layout) throw new Conflict('wrong_state');
    const rows = Object.values(run.counts).reduce((sum, count) => sum + count, 0);
    await op.record({ subject: { type: 'import', id: importId }, data: { what: 'import_result', rows } });
    const table = await openTable(await readUpload(run.storedAs), kinds[run.kind], beijingDate(run.uploadedAt));
    return {
      fileName: `${run.fileName.replace(/\.[^.]*$/, '')}-${translate(wanted.language, 'import:column.title')}.xlsx`,
      body: write(run, table, wanted),
    };
  });

function write(run: ImportRun, table: Table, wanted: Wanted): Readable {
  const stream = new PassThrough();
  fill(stream, run, table, wanted).catch((error: Error) => stream.destroy(error));
  return stream;
}

type Answer = { rowNo: number; outcome: RowOutcome; problems: StoredProblem[] };

async function* answers(importId: string): AsyncGenerator<Answer> {
  for (let after = 0; ; ) {
    const page = await db
      .select({ rowNo: importRow.rowNo, outcome: importRow.outcome, problems: importRow.problems })
      .from(importRow)
      .where(and(eq(importRow.importId, importId), gt(importRow.rowNo, after), lte(importRow.rowNo, 2_000_000)))
      .orderBy(asc(importRow.rowNo))
      .limit(PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.rowNo;
  }
}

async function fill(stream: PassThrough, run: ImportRun, table: Table, { language, onlyWrong }: Wanted): Promise<void> {
  const layout = run.layout as unknown as TableLayout;
  const book = new Excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(layout.sheet.slice(0, 31) || 'Sheet1', { views: [{ state: 'frozen', ySplit: layout.headerRow }] });
  const found = answers(run.id);
  let answer = (await found.next()).value as Answer | undefined;
  const width = table.width;
  for await (const row of table.sheetRows()) {
    while (answer && answer.rowNo < row.number) answer = (await found.next()).value as Answer | undefined;
    const mine = answer?.rowNo === row.number ? answer : null;
    const isHead = row.number <= layout.headerRow;
    if (onlyWrong && !isHead && !(mine && WRONG.includes(mine.outcome))) continue;
    const line = sheet.addRow(valuesOf(row, width));
    for (const at of table.textColumns) line.getCell(at + 1).numFmt = '@';
    if (isHead) line.font = { bold: row.number === layout.headerRow };
    const cell = line.getCell(width + 1);
    if (row.number === layout.headerRow) cell.value = translate(language, 'import:column.title');
    else if (mine) {
      cell.value = sentence(mine, layout, language);
      if (WRONG.includes(mine.outcome)) cell.font = { color: { argb: 'FFB42318' } };
    }
    line.commit();
  }
  sheet.commit();
  await book.commit();
}

function sentence({ outcome, problems }: Answer, { labels }: TableLayout, language: Language): string {
  const word = translate(language, `import:outcome.${outcome}`);
  return problems.length === 0 ? word : `${word}: ${problemLines(translate, language, problems, labels).join('; ')}`;
}

/** Numbers stay numbers where Excel can hold them. */
const writtenValue = (cell: Cell | undefined): string | number | null => {
  if (!cell || textOf(cell) === '') return null;
  const text = cell.kind === 'number' ? plainNumber(cell.text) : cell.text;
  return cell.kind === 'number' && text.length <= 15 && Number.isFinite(Number(text)) ? Number(text) : text;
};

const valuesOf = (row: SheetRow, width: number): (string | number | null)[] =>
  Array.from({ length: width }, (_, at) => writtenValue(row.cells[at]));
