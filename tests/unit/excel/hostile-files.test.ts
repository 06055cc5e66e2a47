import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { FILE_LIMITS, FILE_PROBLEMS } from '~/domain/excel/file-problem';
import { inspectWorkbook, openWorkbook } from '~/domain/excel/open-workbook.server';
import { openTable } from '~/domain/excel/read-table.server';
import en from '~/i18n/en/refusals';
import zh from '~/i18n/zh-CN/refusals';
import { workbook } from '../../support/workbooks';
import { zipFile } from '../../support/zip-file';

const CFB = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const compound = (stream: string) => Buffer.concat([CFB, Buffer.alloc(512), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);
const plain = workbook([['姓名'], ['王芳']]);
const MACRO = '<Types xmlns="x"><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';

const shape = {
  sheets: ['花名册'],
  columns: [
    { key: 'name', header: '姓名', aliases: [], required: true, type: { is: 'name' } as const, example: '' },
    { key: 'role', header: '岗位', aliases: [], required: true, type: { is: 'text', max: 20 } as const, example: '' },
  ],
};

async function problemOf(bytes: Buffer): Promise<string> {
  try {
    const table = await openTable(bytes, shape, '2026-03-10');
    for await (const _ of table.rows());
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'taken';
}

describe('files that cannot be taken say what they are', () => {
  test.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'workbook_empty'],
    ['a password', compound('EncryptedPackage'), 'workbook_encrypted'],
    ['an old .xls', compound('Workbook'), 'workbook_old_format'],
    ['another compound file', compound('WordDocument'), 'workbook_not_one'],
    ['a PDF', Buffer.from('%PDF-1.7\nxyz'), 'workbook_not_one'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), 'workbook_not_one'],
    ['a web page called .xls', Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'), 'workbook_other_format'],
    ['the XML table of 2003', Buffer.from('\uFEFF<?xml version="1.0"?><Workbook/>'), 'workbook_other_format'],
    ['macros', workbook([['姓名']], { extra: [{ name: 'xl/vbaProject.bin', bytes: 'x' }] }), 'workbook_macro'],
    ['macros by content type', workbook([['姓名']], { contentTypes: MACRO }), 'workbook_macro'],
    [
      'a binary workbook',
      zipFile([
        { name: '[Content_Types].xml', bytes: '<a/>' },
        { name: 'xl/workbook.bin', bytes: 'x' },
      ]),
      'workbook_binary',
    ],
    ['an ODS', zipFile([{ name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.spreadsheet' }]), 'workbook_other_format'],
    ['another archive', zipFile([{ name: 'readme.txt', bytes: 'x' }]), 'workbook_not_one'],
    ['half a workbook', plain.subarray(0, plain.length - 60), 'workbook_damaged'],
    ['a workbook without content', zipFile([{ name: '[Content_Types].xml', bytes: '<a/>' }]), 'workbook_not_one'],
    [
      'a document type',
      zipFile([...['[Content_Types].xml', 'xl/workbook.xml'].map((name) => ({ name, bytes: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }))]),
      'workbook_damaged',
    ],
    ['no rows', workbook([]), 'workbook_empty'],
    ['headers alone', workbook([['姓名', '岗位']]), 'workbook_empty'],
    [
      'other columns',
      workbook([
        ['书名', '作者'],
        ['红楼梦', '曹雪芹'],
      ]),
      'workbook_no_header',
    ],
    [
      'a column twice',
      workbook([
        ['姓名', '岗位', '姓名'],
        ['王芳', '保育', '王芳'],
      ]),
      'workbook_columns_twice',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await problemOf(bytes)).toBe(code);
  });

  test('the missing column is named, with its row', async () => {
    const three = {
      ...shape,
      columns: [
        ...shape.columns,
        { key: 'day', header: '入职日期', aliases: [], required: true, type: { is: 'day' } as const, example: '' },
      ],
    };
    const rows = [['花名册'], ['填报单位：演示'], ['姓名', '岗位'], ['王芳', '保育']];
    await expect(openTable(workbook(rows), three, '2026-03-10')).rejects.toMatchObject({
      code: 'workbook_columns_missing',
      params: { columns: '「入职日期」', row: 3 },
    });
  });

  test('each of them has a sentence in both languages', () => {
    for (const code of FILE_PROBLEMS) for (const words of [zh, en]) expect(words[code]).toMatch(/\S{5}/);
  });
});

describe('bombs', () => {
  const sheetOf = (bytes: Buffer, claims?: number) =>
    workbook([['姓名']], { before: [], extra: [{ name: 'xl/worksheets/sheet1.xml', bytes, ...(claims && { claims }) }] });
  const swollen = Buffer.concat([
    Buffer.from('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'),
    Buffer.alloc(60 * 1024 * 1024, 0x20),
  ]);

  test('a part that swells a thousandfold is stopped while it is unpacked, though the archive claims to be small', async () => {
    const bytes = sheetOf(swollen, 1_000);
    expect(bytes.length).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    expect(await problemOf(bytes)).toBe('workbook_expands');
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  test('an archive that claims more than an honest file holds is not unpacked at all', async () => {
    await expect(inspectWorkbook(sheetOf(Buffer.from('<a/>'), FILE_LIMITS.unpackedBytes))).rejects.toMatchObject({
      code: 'workbook_expands',
    });
  });

  test('thousands of parts', async () => {
    const parts = Array.from({ length: FILE_LIMITS.parts + 1 }, (_, nth) => ({ name: `xl/media/${nth}`, bytes: '' }));
    await expect(inspectWorkbook(zipFile(parts))).rejects.toMatchObject({ code: 'workbook_expands' });
  });

  test('more bytes than the limit', async () => {
    await expect(inspectWorkbook(Buffer.alloc(FILE_LIMITS.bytes + 1, 0x41))).rejects.toMatchObject({ code: 'workbook_too_large' });
  });

  test('more rows than the limit', async () => {
    const csv = Buffer.from(`姓名,岗位\n${'王芳,保育\n'.repeat(FILE_LIMITS.rows + 1)}`);
    expect(await problemOf(csv)).toBe('workbook_too_many_rows');
  });

  test('an honest file of many equal rows is read', async () => {
    const csv = Buffer.from(`姓名,岗位\n${'王芳,保育\n'.repeat(20_000)}`);
    expect(await problemOf(csv)).toBe('taken');
    expect((await openWorkbook(csv)).format).toBe('csv');
  });
});
