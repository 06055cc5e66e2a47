import type { Readable } from 'node:stream';
import Excel from 'exceljs';
import { expect, test } from 'vitest';
import { columnName, xmlText } from '~/domain/excel/sheet-xml';
import { type ExcelColumn, writeTable } from '~/domain/excel/write-table.server';

interface Row {
  name: string;
  points: number | null;
}
const COLUMNS: ExcelColumn<Row>[] = [
  { header: '序号', cell: (_, index) => index + 1, width: 6 },
  { header: '姓名', cell: (row) => row.name, width: 12 },
  { header: '证件号码', cell: () => '119900200206040147', text: true },
  { header: '成绩', cell: (row) => row.points },
];
const table = (rows: Iterable<Row> | AsyncIterable<Row>, more: object = {}) =>
  writeTable<Row>({ sheet: '名单', title: '学员名单', columns: COLUMNS, rows, ...more });

async function read(body: Readable) {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk));
  const book = new Excel.Workbook();
  await book.xlsx.load(Buffer.concat(chunks) as unknown as Parameters<typeof book.xlsx.load>[0]);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

test('title, notes, headers, rows and signatures stand where the ledgers have them', async () => {
  const rows = [
    { name: '李一', points: 86.5 },
    { name: '王二', points: null },
  ];
  const sheet = await read(table(rows, { subtitle: ['填报单位：甲', '填报日期：乙'], signOff: ['制表人：', '（盖章）'] }));
  expect(sheet.name).toBe('名单');
  expect(sheet.getCell('A1').value).toBe('学员名单');
  expect(sheet.getCell('A1').font).toMatchObject({ bold: true, size: 16 });
  expect(['A1:D1', 'A2:B2', 'C2:D2', 'A7:B7', 'C7:D7'].every((ref) => sheet.model.merges.includes(ref))).toBe(true);
  expect(sheet.getRow(3).values).toEqual([undefined, '序号', '姓名', '证件号码', '成绩']);
  expect(sheet.getRow(4).values).toEqual([undefined, 1, '李一', '119900200206040147', 86.5]);
  expect(sheet.getCell('C4').numFmt).toBe('@');
  expect(sheet.getCell('D5').value).toBeNull();
  expect(sheet.getCell('B4').border.top?.style).toBe('thin');
  expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 3 }]);
  expect(sheet.getColumn(2).width).toBe(12);
});

test.each([
  ['<b>&"\'', '<b>&"\''],
  ['=1+1', '=1+1'],
  [' 两头 空格 ', ' 两头 空格 '],
  ['一\n二\t三', '一\n二\t三'],
  ['a\u0000b\u0007c\ufffe', 'abc'],
  ['\ud800x😀', '\ufffdx😀'],
])('%j comes back as the same text', async (name, back) => {
  expect((await read(table([{ name, points: 1 }]))).getCell('B3').value).toBe(back);
});

test('a list without rows is a workbook, too', async () => {
  expect((await read(table([]))).rowCount).toBe(2);
});

test('rows are asked for as they are read, and no more once the reader has gone', async () => {
  let asked = 0;
  let ended = false;
  async function* endless() {
    try {
      for (;;) yield { name: `第 ${asked++} 位 ${Math.random()}`, points: asked };
    } finally {
      ended = true;
    }
  }
  const body = table(endless());
  for await (const _ of body) if (asked > 0) break;
  expect(asked).toBeLessThan(20_000);
  await expect.poll(() => ended).toBe(true);
});

test('a list that fails midway breaks the download instead of ending it', async () => {
  async function* failing() {
    yield { name: '李一', points: 1 };
    throw new Error('the database has gone');
  }
  await expect(read(table(failing()))).rejects.toThrow('the database has gone');
});

test('columns are named and texts escaped as in Excel', () => {
  expect([1, 26, 27, 52, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA']);
  expect(xmlText('a & b')).toBe('a &amp; b');
  // Excel would read this as a line break; its own way of saying otherwise.
  expect(xmlText('_x000A_')).toBe('_x005F_x000A_');
});
