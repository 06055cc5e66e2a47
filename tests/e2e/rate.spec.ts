import type { Page } from '@playwright/test';
import { checkPage } from './support/check-page';
import { row, sql } from './support/scene';
import { confirm } from './support/steps';
import { expect, test } from './support/test';

/** Leafs through a list and counts its rows. */
async function countRows(page: Page, list: string): Promise<number> {
  let rows = 0;
  for (let number = 1; ; number += 1) {
    await page.goto(`${list}?page=${number}`);
    rows += await page.locator('tbody tr').count();
    if ((await page.getByRole('link', { name: '下一页' }).count()) === 0) return rows;
  }
}

test('the rate of a district opens to exactly its people, for its own officer', async ({ as }) => {
  const officer = await as('quwei');
  await officer.goto('/commission/rate');
  await checkPage(officer);
  const onPost = officer.locator('a[href="/commission/rate/people"]').first();
  const count = Number(await onPost.textContent());
  await onPost.click();
  await expect(officer.getByText(`名单 ${count} 人，与数字一致。`)).toBeVisible();
  await checkPage(officer);
  expect(await countRows(officer, '/commission/rate/people')).toBe(count);
  await officer.goto('/commission/rate/people?scope=110108');
  await expect(officer.getByRole('heading', { level: 1 })).not.toContainText('海淀');
});

test('a change of the rate is explained to the person, and the steps add up', async ({ as }) => {
  const city = await as('shiwei');
  await city.goto('/commission/rate/bridge?from=2020-01-01&between=known');
  await checkPage(city);
  const number = (text: string | null) => Number((text ?? '').replace('−', '-').replace('+', ''));
  const numbers = await city
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((each) => [...each.querySelectorAll('td')].map((cell) => cell.textContent)));
  const total = await city.locator('tfoot td').allTextContents();
  for (const column of [0, 1, 2]) {
    const sum = numbers.reduce((added, cells) => added + number(cells[column] ?? null), 0);
    expect(sum).toBe(number(total[column] ?? null));
  }
  const step = city.getByRole('row', { name: /^新上岗/ });
  const people = Number(await step.locator('td').first().textContent());
  await step.getByRole('link').click();
  await expect(city.getByRole('heading', { name: `新上岗：${people} 人` })).toBeVisible();
  await checkPage(city);
});

test('what was kept of a month is checked again, and says the same', async ({ as }) => {
  const city = await as('shiwei');
  await city.goto('/commission/rate/snapshots');
  await city.getByRole('link', { name: '核对' }).first().click();
  await expect(city.getByText(/核对一致/)).toBeVisible();
  await checkPage(city);
});

test('a draft rule is rehearsed, published for a day to come and withdrawn, and no live figure moves', async ({ as }) => {
  test.setTimeout(180_000);
  // Other journeys enter people behind the product's back: the figure has seen them when nobody is marked any more.
  await expect.poll(async () => (await row<{ n: number }>(sql`select count(*)::int as n from rate_dirty`)).n, { timeout: 75_000 }).toBe(0);
  const city = await as('shiwei');
  await city.goto('/commission/rate');
  const rate = await city
    .locator('main')
    .getByText(/^\d+\.\d%$/)
    .first()
    .textContent();
  await city.goto('/commission/rules/new?code=standard');
  await city.getByLabel('证书类别').nth(3).selectOption('teacher_qualification');
  await city.getByRole('button', { name: '建立草稿' }).click();
  await expect(city.getByRole('link', { name: '依据：此项必填，请填写。' })).toBeVisible();
  await city.getByLabel('依据（打印在每个人的结果旁）').nth(3).fill('建议口径（试行）：幼儿园教师资格');
  await city.getByRole('button', { name: '建立草稿' }).click();
  await city.waitForURL(/\/commission\/rules\/[0-9a-f-]{36}/);
  await checkPage(city);
  await city.getByRole('link', { name: '试算', exact: true }).click();
  await expect(city.getByText(/共 [1-9]\d* 人：[1-9]\d* 人改为计入，0 人改为不计入。/)).toBeVisible();
  await checkPage(city);
  await city.goBack();
  await confirm(city, '发布');
  await expect(city.getByText('已发布，正在后台重新核算')).toBeVisible();
  await city.goto('/commission/rate');
  await expect(
    city
      .locator('main')
      .getByText(/^\d+\.\d%$/)
      .first(),
  ).toHaveText(rate ?? '');
  const drafted = await row<{ id: string }>(sql`select id from counting_rule where code = 'standard' order by version desc limit 1`);
  await city.goto(`/commission/rules/${drafted.id}`);
  await confirm(city, '撤回', '试行方案未定');
  await expect(city.getByText('已撤回').first()).toBeVisible();
});

test('an institution sees who is missing, and a caregiver how she is counted', async ({ as }) => {
  const institution = await as('jigou');
  await institution.goto('/institution/rate');
  await checkPage(institution);
  await expect(institution.getByRole('heading', { name: '差谁' })).toBeVisible();
  const worker = await as('xueyuan');
  await worker.goto('/me/record');
  const counted = worker.getByRole('region', { name: '你是怎么被统计的' });
  await expect(counted.getByText('标准口径')).toBeVisible();
  await expect(counted.getByRole('link', { name: '提交证书' })).toBeVisible();
  await checkPage(worker);
});
