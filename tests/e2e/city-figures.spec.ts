import type { APIRequestContext, Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { CITY_CODE, findDistrict } from '~/domain/organisation/districts';
import { checkPage } from './support/check-page';
import { row, sql, unique } from './support/scene';
import { reloadUntilVisible } from './support/steps';
import { expect, test } from './support/test';

const METRIC = 'caregiver_person_times';

/** Leafs through a list and counts its rows. */
async function countRows(page: Page, list: string): Promise<number> {
  let rows = 0;
  for (let number = 1; ; number += 1) {
    await page.goto(`${list}&page=${number}`);
    rows += await page.locator('tbody tr').count();
    if ((await page.getByRole('link', { name: '下一页' }).count()) === 0) return rows;
  }
}

interface Answer {
  targets: {
    period: { code: string };
    metric: string;
    figures: { district: string; month: string | null; personTimes: number | null }[];
  }[];
}

/** A district's published figure that is small enough to leaf through. */
async function publishedFigure(request: APIRequestContext) {
  const { targets }: Answer = await (await request.get('/api/v1/targets?period=2026-')).json();
  const figures = targets.find(({ metric }) => metric === METRIC)?.figures ?? [];
  const found = figures.find(
    ({ district, month, personTimes }) => month === null && district !== CITY_CODE && findDistrict(district) && (personTimes ?? 0) > 20,
  );
  const name = found && findDistrict(found.district)?.zh;
  if (!name || !found.personTimes) throw new Error('no district is published');
  return { name, value: found.personTimes };
}

test('a figure opens to exactly its rows, on screen, in Excel, on the public page and in the interface', async ({ as, request }) => {
  const { name, value } = await publishedFigure(request);
  const visitor = await as(null);
  await visitor.goto('/');
  await visitor.getByRole('link', { name: '2026年起' }).first().click();
  const published = visitor.getByRole('row', { name: new RegExp(`^${name}`) }).getByText(String(value), { exact: true });
  await expect(published.first()).toBeVisible();

  const city = await as('shiwei');
  await city.goto('/commission');
  await checkPage(city);
  const period = await row<{ id: string }>(sql`select id from plan_period where code = '2026-'`);
  await city.goto(`/commission/figures?period=${period.id}`);
  await checkPage(city);
  const figure = city
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .locator(`a[href*="metric=${METRIC}"]`)
    .first();
  await expect(figure).toHaveText(String(value));
  await figure.click();
  await expect(city.getByText('与统计数一致。')).toBeVisible();
  await expect(city.getByText(new RegExp(`共 ${value} 人次`))).toBeVisible();
  await checkPage(city);
  const list = city.url();

  await test.step('Excel holds the same rows', async () => {
    const [download] = await Promise.all([city.waitForEvent('download'), city.getByRole('link', { name: '导出 Excel' }).click()]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await download.path());
    let rows = 0;
    book.worksheets[0]?.eachRow((each) => {
      if (typeof each.getCell(1).value === 'number') rows += 1;
    });
    expect(rows).toBe(value);
  });

  await test.step('so does the list, page by page', async () => {
    expect(await countRows(city, list)).toBe(value);
  });

  await test.step('a row opens to its evidence', async () => {
    await city.goto(list);
    await city.locator('tbody').getByRole('link').first().click();
    await expect(city.getByText('结业时封存的证据未被改动。')).toBeVisible();
    await expect(city.getByText('按现有考勤和成绩重新计算，结果与结业时一致。')).toBeVisible();
    await checkPage(city);
  });
});

test('the city adds a period with district shares and is warned while they do not add up', async ({ as }) => {
  const city = await as('shiwei');
  const name = `演示统计期 ${unique()}`;
  const year = 2100 + (unique() % 800);
  await city.goto('/commission/targets');
  await checkPage(city);
  await city.getByLabel('中文名称').fill(name);
  await city.getByLabel('英文名称').fill('Demonstration period');
  await city.getByLabel('起始日期（含）').fill(`${year}-06-01`);
  await city.getByLabel('截止日期（含）').fill(`${year}-01-01`);
  await city.getByLabel('全市目标：培训保育人员（人次）').fill('1,200');
  await city.getByRole('button', { name: '添加统计期' }).click();
  await expect(city.getByText('结束日期应晚于开始日期，请核对。').first()).toBeVisible();
  await expect(city.getByLabel('中文名称')).toHaveValue(name);
  await checkPage(city);
  await city.getByLabel('截止日期（含）').fill(`${year}-12-31`);
  await city.getByRole('button', { name: '添加统计期' }).click();
  await expect(city.getByRole('heading', { level: 1, name })).toBeVisible();
  await checkPage(city);

  const caregivers = city.locator('section').filter({ has: city.getByRole('heading', { name: '培训保育人员' }) });
  await caregivers.getByLabel('朝阳区').fill('700');
  await caregivers.getByLabel('海淀区').fill('400');
  await caregivers.getByRole('button', { name: '保存目标' }).click();
  await expect(caregivers.getByText('各区分解数之和为 1,100，比全市目标 1,200 少 100，请核对。')).toBeVisible();
  await checkPage(city);
  await caregivers.getByLabel('海淀区').fill('500');
  await caregivers.getByRole('button', { name: '保存目标' }).click();
  await expect(caregivers.getByText('各区分解数之和为 1,200，与全市目标一致。')).toBeVisible();
  const stored = await row(sql`
    select count(*)::int as shares, sum(value)::int as total from target t join plan_period p on p.id = t.period_id
    where p.name_zh = ${name} and t.district_code is not null and value is not null`);
  expect(stored).toEqual({ shares: 2, total: 1200 });

  await city.goto('/commission/targets');
  await reloadUntilVisible(city, city.getByRole('row').filter({ hasText: name }));
});
