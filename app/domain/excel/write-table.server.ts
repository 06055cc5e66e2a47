import { PassThrough, type Readable } from 'node:stream';
import Excel from 'exceljs';

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

const THIN = { style: 'thin', color: { argb: 'FFB8C4CB' } } as const;
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN };

export const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The value of a Content-Disposition header for a name in any script. */
export const attachmentNamed = (name: string): string => `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`;

/** Columns from `from` to `to` for the nth of `parts` texts that share a row. */
const share = (columns: number, parts: number, nth: number): [number, number] => [
  Math.floor((columns * nth) / parts) + 1,
  Math.max(Math.floor((columns * nth) / parts) + 1, Math.floor((columns * (nth + 1)) / parts)),
];

function spread(sheet: Excel.Worksheet, row: number, texts: readonly string[], columns: number): void {
  texts.forEach((text, nth) => {
    const [from, to] = share(columns, texts.length, nth);
    if (from > columns) return;
    sheet.getRow(row).getCell(from).value = text;
    if (to > from) sheet.mergeCells(row, from, row, to);
  });
}

/**
 * One table as a workbook in the form of the ledgers (title, who fills it in, headers, rows, signatures). Rows are
 * written as they come, so a long list never stands in memory.
 */
export function writeTable<Row>(table: ExcelTable<Row>): Readable {
  const stream = new PassThrough();
  fill(stream, table).catch((error: Error) => stream.destroy(error));
  return stream;
}

async function fill<Row>(
  stream: PassThrough,
  { sheet: name, title, subtitle = [], columns, rows, signOff = [] }: ExcelTable<Row>,
): Promise<void> {
  const workbook = new Excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const head = subtitle.length > 0 ? 3 : 2;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: head }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = columns.map(({ width = 14, text }) => ({ width, style: text ? { numFmt: '@' } : {} }));
  const top = sheet.getRow(1);
  top.height = 30;
  top.getCell(1).value = title;
  top.getCell(1).font = { bold: true, size: 16 };
  top.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
  if (columns.length > 1) sheet.mergeCells(1, 1, 1, columns.length);
  top.commit();
  if (subtitle.length > 0) {
    spread(sheet, 2, subtitle, columns.length);
    sheet.getRow(2).commit();
  }
  const headers = sheet.getRow(head);
  columns.forEach(({ header }, at) => {
    const cell = headers.getCell(at + 1);
    Object.assign(cell, {
      value: header,
      font: { bold: true },
      border: BOX,
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    });
  });
  headers.commit();
  let index = 0;
  for await (const row of rows) {
    const line = sheet.getRow(head + 1 + index);
    columns.forEach(({ cell, text }, at) => {
      const value = cell(row, index);
      Object.assign(line.getCell(at + 1), {
        value: text && value !== null ? String(value) : value,
        border: BOX,
        alignment: { vertical: 'middle', wrapText: true },
        ...(text ? { numFmt: '@' } : {}),
      });
    });
    line.commit();
    index += 1;
  }
  if (signOff.length > 0) {
    spread(sheet, head + 2 + index, signOff, columns.length);
    sheet.getRow(head + 2 + index).commit();
  }
  sheet.commit();
  await workbook.commit();
}
