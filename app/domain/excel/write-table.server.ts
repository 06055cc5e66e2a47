import type { Readable } from 'node:stream';
import { cellXml, columnName, rowXml, STYLE, type Style, sheetEnd, sheetStart, workbookParts } from './sheet-xml';
import { zipped } from './zip.server';

export type ExcelCell = string | number | null;

export interface ExcelColumn<Row> {
  header: string;
  cell: (row: Row, index: number) => ExcelCell;
  /** In characters of the body font. */
  width?: number;
  /** Identity numbers, phones and codes: Excel must not turn them into numbers. */
  text?: boolean;
}

export interface ExcelTable<Row> {
  sheet: string;
  /** First row, merged over all columns. */
  title: string;
  /** Second row: 填报单位, 填报日期, 填报人, 联系电话. */
  subtitle?: readonly string[];
  columns: readonly ExcelColumn<Row>[];
  rows: Iterable<Row> | AsyncIterable<Row>;
  /** Last row: 制表人, 审核人, 负责人（签字）, （盖章）. */
  signOff?: readonly string[];
}

const WIDTH = 14;
const TITLE_HEIGHT = 30;
/** Characters that are handed on at once. */
const CHUNK = 64 * 1024;

export const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The value of a Content-Disposition header for a name in any script. */
export const attachmentNamed = (name: string): string => `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`;

/** Columns from `from` to `to` for the nth of `parts` texts that share a row. */
const share = (columns: number, parts: number, nth: number): [number, number] => [
  Math.floor((columns * nth) / parts) + 1,
  Math.max(Math.floor((columns * nth) / parts) + 1, Math.floor((columns * (nth + 1)) / parts)),
];

interface Line {
  xml: string;
  merges: string[];
}

/** Texts that share one row, each over its part of the columns. */
function spread(row: number, texts: readonly string[], columns: number, style: Style, height?: number): Line {
  const cells: string[] = [];
  const merges: string[] = [];
  for (const [nth, text] of texts.entries()) {
    const [from, to] = share(columns, texts.length, nth);
    if (from > columns) break;
    cells.push(cellXml(columnName(from), row, text, style));
    if (to > from) merges.push(`${columnName(from)}${row}:${columnName(to)}${row}`);
  }
  return { xml: rowXml(row, cells.join(''), height), merges };
}

/**
 * One table as a workbook in the form of the ledgers (title, who fills it in, headers, rows, signatures). It is made
 * while it is read, row by row: a long list never stands in memory, however slowly it is taken.
 */
export const writeTable = <Row>(table: ExcelTable<Row>): Readable =>
  zipped([{ name: 'xl/worksheets/sheet1.xml', content: sheetXml(table) }, ...parts(table.sheet)]);

const parts = (sheet: string) => workbookParts(sheet).map(({ name, content }) => ({ name, content: [content] }));

async function* sheetXml<Row>({ title, subtitle = [], columns, rows, signOff = [] }: ExcelTable<Row>): AsyncGenerator<string> {
  const head = subtitle.length > 0 ? 3 : 2;
  const top = spread(1, [title], columns.length, STYLE.title, TITLE_HEIGHT);
  const below = subtitle.length > 0 ? spread(2, subtitle, columns.length, STYLE.plain) : { xml: '', merges: [] };
  const names = columns.map((_, at) => columnName(at + 1));
  const headers = columns.map(({ header }, at) => cellXml(names[at] ?? '', head, header, STYLE.header)).join('');
  const widths = columns.map(({ width = WIDTH, text = false }) => ({ width, text }));
  yield sheetStart(head, widths) + top.xml + below.xml + rowXml(head, headers);
  let text = '';
  let index = 0;
  for await (const row of rows) {
    const cells = columns.map(({ cell, text: asText }, at) => {
      const value = cell(row, index);
      const shown = asText && value !== null ? String(value) : value;
      return cellXml(names[at] ?? '', head + 1 + index, shown, asText ? STYLE.textCell : STYLE.cell);
    });
    text += rowXml(head + 1 + index, cells.join(''));
    index += 1;
    if (text.length < CHUNK) continue;
    yield text;
    text = '';
  }
  const last = signOff.length > 0 ? spread(head + 2 + index, signOff, columns.length, STYLE.plain) : { xml: '', merges: [] };
  yield text + last.xml + sheetEnd([...top.merges, ...below.merges, ...last.merges]);
}
