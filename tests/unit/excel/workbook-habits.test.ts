import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import type { SheetRow } from '~/domain/excel/cell';
import { openWorkbook } from '~/domain/excel/open-workbook.server';
import { type Habits, type TestCell, workbook } from '../../support/workbooks';

const ROWS: TestCell[][] = [
  ['姓名', '入职日期', '在岗', '学时'],
  ['王小芳', { serial: 45413 }, { bool: true }, 60],
  [{ rich: ['李', '明'] }, { iso: '2024-05-01T00:00:00' }, { formula: 'A1&"x"', value: '是' }, { formula: '1+1', value: 2 }],
];

async function read(bytes: Buffer, sheet = 0): Promise<SheetRow[]> {
  const book = await openWorkbook(bytes);
  const rows: SheetRow[] = [];
  for await (const row of book.sheets[sheet]?.rows() ?? []) rows.push(row);
  return rows;
}
const texts = (rows: readonly SheetRow[]) => rows.map((row) => row.cells.map((cell) => cell?.text ?? ''));

const HABITS: [string, Habits][] = [
  ['Excel with shared strings', {}],
  ['inline strings', { inline: true }],
  ['the strict namespace', { strict: true }],
  ['prefixed elements', { prefix: 'x' }],
  ['a strict and prefixed file', { strict: true, prefix: 'ss', inline: true }],
  ['no dimension and no references', { bare: true }],
  ['absolute part names', { names: 'absolute' }],
  ['backslashes in the archive', { names: 'backslash' }],
  ['leading slashes in the archive', { names: 'slash' }],
];

describe('one sheet, whatever program wrote it', () => {
  test.each(HABITS)('%s', async (_, habits) => {
    expect(texts(await read(workbook(ROWS, habits)))).toEqual([
      ['姓名', '入职日期', '在岗', '学时'],
      ['王小芳', '2024-05-01', '是', '60'],
      ['李明', '2024-05-01', '是', '2'],
    ]);
  });

  test('a formula is taken with its saved value, and says so', async () => {
    const [, , row] = await read(workbook(ROWS));
    expect(row?.cells.map((cell) => cell?.formula ?? false)).toEqual([false, false, true, true]);
  });

  test('readings above Chinese characters are left out', async () => {
    expect(texts(await read(workbook([[{ text: '王芳', reading: 'ワンファン' }]])))).toEqual([['王芳']]);
  });

  test('a workbook that counts from 1904 gives the same day', async () => {
    expect(texts(await read(workbook([[{ serial: 45413 - 1462 }]], { date1904: true })))).toEqual([['2024-05-01']]);
  });

  test('cells that were merged all have the value of the first', async () => {
    const rows: TestCell[][] = [
      ['标题', null, null],
      ['甲园', '王芳', '是'],
      [null, '李娜', '否'],
    ];
    expect(texts(await read(workbook(rows, { merges: ['A1:C1', 'A2:A3'] })))).toEqual([
      ['标题', '标题', '标题'],
      ['甲园', '王芳', '是'],
      ['甲园', '李娜', '否'],
    ]);
  });

  test('hidden rows and columns are read and known', async () => {
    const book = await openWorkbook(workbook(ROWS, { hiddenRows: [3], hiddenColumns: [2] }));
    const [sheet] = book.sheets;
    const hidden: boolean[] = [];
    for await (const row of sheet?.rows() ?? []) hidden.push(row.hidden);
    expect(hidden).toEqual([false, false, true]);
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([1]);
  });

  test('signs that XML cannot hold come back as they were', async () => {
    expect(texts(await read(workbook([['第一行_x000A_第二行']])))).toEqual([['第一行\n第二行']]);
  });
});

describe('CSV', () => {
  const text = '姓名,备注\r\n王芳,"一,二\n三"\r\n\r\n李娜,\r\n';
  // 王芳 and so on in GB18030, which this platform cannot encode by itself.
  const gb = Buffer.from('d0d5c3fb2cb1b8d7a20d0acdf5b7bc2cd2bb0d0a', 'hex');

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte-order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['tabs', Buffer.from(text.replaceAll(',', '\t').replace('一\t二', '一,二'))],
    ['semicolons', Buffer.from('姓名;备注\r\n王芳;"一,二\n三"\r\n\r\n李娜;\r\n')],
  ])('%s', async (_, bytes) => {
    const rows = await read(bytes);
    expect(texts(rows).map((row) => row.filter((cell) => cell !== ''))).toEqual([['姓名', '备注'], ['王芳', '一,二\n三'], [], ['李娜']]);
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test('GB18030', async () => {
    expect(texts(await read(gb))).toEqual([
      ['姓名', '备注'],
      ['王芳', '一'],
    ]);
  });
});
