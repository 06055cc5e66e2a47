import { type Cell, columnLetters, type SheetRow, textOf } from './cell';
import { FILE_LIMITS, FileProblem } from './file-problem';
import { findHeader, HEADER_WITHIN, type Header } from './find-header';
import type { ImportColumn } from './import-kind';
import type { TableLayout } from './import-view';
import { openWorkbook, type Sheet, type Workbook } from './open-workbook.server';
import { type ParsedRow, type ReadingFacts, rowReader } from './read-row';
import { skippedAs } from './row-kind';

export interface Table {
  layout: TableLayout;
  rows(): AsyncGenerator<ParsedRow>;
  /** Every row of the sheet as it stands, from the first. */
  sheetRows(): AsyncGenerator<SheetRow>;
  /** Columns of the sheet up to the last header. */
  width: number;
  /** Where numbers stand that must stay text. */
  textColumns: readonly number[];
}

/** What the sheet must be like: its usual names and its columns. */
export interface TableShape {
  sheets: readonly string[];
  columns: readonly ImportColumn[];
}

const SKIPPED_SHOWN = 30;
const AS_TEXT: ReadonlySet<string> = new Set(['identity', 'phone', 'contact_phone', 'code']);

async function headOf(sheet: Sheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows()) {
    if (rows.push(row) >= HEADER_WITHIN) break;
  }
  return rows;
}

/** The sheet with the usual name, else the one that knows most columns; hidden ones only when there is nothing else. */
async function chooseSheet(book: Workbook, shape: TableShape): Promise<{ sheet: Sheet; header: Header }> {
  const order = [...book.sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden));
  let best: { sheet: Sheet; header: Header; points: number } | null = null;
  let isEmpty = true;
  for (const sheet of order) {
    const head = await headOf(sheet);
    if (head.some((row) => row.cells.some((cell) => textOf(cell) !== ''))) isEmpty = false;
    const header = findHeader(head, shape.columns);
    if (!header) continue;
    const points =
      header.columns.size - header.missing.length * 3 + (shape.sheets.includes(sheet.name.trim()) ? 5 : 0) - (sheet.hidden ? 50 : 0);
    if (!best || points > best.points) best = { sheet, header, points };
  }
  if (!best) throw isEmpty ? new FileProblem('workbook_empty') : new FileProblem('workbook_no_header', { columns: requiredOf(shape) });
  return best;
}

const quoted = (words: readonly string[]): string => words.map((word) => `「${word}」`).join('');
const requiredOf = (shape: TableShape): string => quoted(shape.columns.filter(({ required }) => required).map(({ header }) => header));

const isCell = (cell: Cell | undefined): cell is Cell => cell !== undefined && textOf(cell) !== '';

/** Opens an uploaded file as the table that is expected. @throws FileProblem with what to do next */
export async function openTable(bytes: Buffer, shape: TableShape, today: string): Promise<Table> {
  const book = await openWorkbook(bytes);
  const { sheet, header } = await chooseSheet(book, shape);
  if (header.missing.length > 0) throw new FileProblem('workbook_columns_missing', { columns: quoted(header.missing), row: header.row });
  if (header.twice.length > 0) {
    throw new FileProblem('workbook_columns_twice', {
      columns: quoted(header.twice.map((key) => header.labels[key] ?? key)),
      row: header.row,
    });
  }
  const layout: TableLayout = {
    sheet: sheet.name,
    headerRow: header.row,
    labels: header.labels,
    unknownHeaders: header.unknown.slice(0, 30),
    hiddenColumns: [],
    hiddenRows: 0,
    formulas: 0,
    skipped: [],
  };
  const facts = { today, date1904: book.date1904 };
  const asText = new Set(shape.columns.filter(({ type }) => AS_TEXT.has(type.is)).map(({ key }) => key));
  return {
    layout,
    rows: () => dataRows(sheet, header, shape, facts, layout),
    sheetRows: () => sheet.rows(),
    width: header.width,
    textColumns: [...header.columns].filter(([, key]) => asText.has(key)).map(([at]) => at),
  };
}

async function* dataRows(
  sheet: Sheet,
  header: Header,
  shape: TableShape,
  facts: ReadingFacts,
  layout: TableLayout,
): AsyncGenerator<ParsedRow> {
  const places = new Map([...header.columns].map(([at, key]) => [key, at]));
  const read = rowReader(shape.columns, places, facts);
  const required = shape.columns.filter((column) => column.required).map(({ key }) => places.get(key) ?? -1);
  const headers = new Map([...header.columns].map(([at, key]) => [at, header.labels[key]]));
  let rows = 0;
  for await (const row of sheet.rows()) {
    if (row.number <= header.row || row.cells.length === 0) continue;
    const skipped = skippedAs(row, {
      required: required.length,
      requiredFilled: required.filter((at) => isCell(row.cells[at])).length,
      headerHits: row.cells.filter((cell, at) => isCell(cell) && textOf(cell).replace(/\s+/g, '') === headers.get(at)).length,
    });
    if (skipped) {
      if (skipped !== 'blank' && layout.skipped.length < SKIPPED_SHOWN) layout.skipped.push({ rowNo: row.number, as: skipped });
      continue;
    }
    rows += 1;
    if (rows > FILE_LIMITS.rows) throw new FileProblem('workbook_too_many_rows', { max: FILE_LIMITS.rows });
    if (row.hidden) layout.hiddenRows += 1;
    for (const cell of row.cells) if (cell?.formula) layout.formulas += 1;
    yield read(row);
  }
  layout.hiddenColumns = [...sheet.hiddenColumns].filter((at) => headers.has(at)).map((at) => `${columnLetters(at)} ${headers.get(at)}`);
  if (rows === 0) throw new FileProblem('workbook_empty');
}
