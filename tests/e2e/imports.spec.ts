import { syntheticIdentity } from '#db/seed/builders/synthetic';
import { workbook } from '../support/workbooks';
import { checkPage } from './support/check-page';
import { sql } from './support/scene';
import { expect, test } from './support/test';

const HEADERS = ['姓名', '证件号码', '岗位', '入职日期'];
const FIRST = 595_000;
const person = (n: number) => ['王小芳', syntheticIdentity(FIRST + n), '保育员', '2026/3/2'];

test('a roster is uploaded, its faults are named, the good rows are written, and the whole is taken back', async ({ as }) => {
  const page = await as('jigou');
  await page.goto('/imports/new?kind=rosters');
  await checkPage(page);
  const rows = [['从业人员花名册', null, null, null], HEADERS, person(0), person(1), ['李明', '119900199003070018', '保育员', '2026/3/2']];
  const buffer = workbook(rows, { merges: ['A1:D1'] });
  await page.getByLabel('Excel 或 CSV 文件').setInputFiles({ name: '三月花名册.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: '上传并检查' }).click();
  await expect(page.getByText('2 行可以写入，1 行需要改正。')).toBeVisible();
  await expect(page.getByText('「证件号码」号码最后一位（校验位）不对')).toBeVisible();
  await checkPage(page);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载结果文件' }).click();
  expect((await download).suggestedFilename()).toBe('三月花名册-校验结果.xlsx');

  await page.getByRole('button', { name: '写入 2 行' }).click();
  await expect(page.getByText(/导入完成：写入 2 行，1 行未写入/)).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(await sql`select 1 from engagement where import_id = ${id}`).toHaveLength(2);

  await page.locator('summary', { hasText: '撤销本次导入' }).click();
  await page.getByLabel('理由').fill('传错了月份');
  await page.getByRole('button', { name: '撤销本次导入' }).click();
  await expect(page.getByText('本次导入已整批撤销。')).toBeVisible();
  await checkPage(page);
  expect(await sql`select 1 from engagement where import_id = ${id}`).toHaveLength(0);
});

test('a file that cannot be read says what to do next', async ({ as }) => {
  const page = await as('jigou');
  await page.goto('/imports/new?kind=rosters');
  const old = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from('Workbook', 'utf16le'),
  ]);
  await page.getByLabel('Excel 或 CSV 文件').setInputFiles({ name: '花名册.xls', mimeType: 'application/vnd.ms-excel', buffer: old });
  await page.getByRole('button', { name: '上传并检查' }).click();
  await expect(page.getByText('这是旧版 .xls 文件。').first()).toBeVisible();
  await checkPage(page);
});
