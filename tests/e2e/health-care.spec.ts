import type { Page } from '@playwright/test';
import { nextNumber, syntheticUscc } from '#db/seed/builders/synthetic';
import { checkPage } from './support/check-page';
import { dayFromNow, row, sql, unique } from './support/scene';
import { confirm, reloadUntilVisible } from './support/steps';
import { expect, test } from './support/test';

const DISTRICTS = '/commission/health-care';

/** Opens a number of the page and finds as many rows behind it. Another journey may have added one meanwhile: then once more. */
async function opensToItsRows(page: Page, number: ReturnType<Page['locator']>): Promise<void> {
  await expect(async () => {
    await page.goto(DISTRICTS);
    const count = Number(await number.textContent());
    await number.click();
    await expect(page).toHaveURL(/\/commission\/health-care\/institutions/);
    await expect(page.locator('tbody tr')).toHaveCount(Math.min(count, 50), { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}

test('each number of the coverage opens to exactly its institutions, for its own officer', async ({ as }) => {
  const officer = await as('quwei');
  await officer.goto(DISTRICTS);
  await checkPage(officer);
  await opensToItsRows(officer, officer.locator(`a[href="${DISTRICTS}/institutions"]`).first());
  await checkPage(officer);
  for (const standing of ['covered', 'in_time', 'waiting', 'overdue'])
    await opensToItsRows(officer, officer.locator(`a[href="${DISTRICTS}/institutions?standing=${standing}"]`).first());
  await officer.getByRole('link', { name: '朝阳晴岚风车托育中心' }).click();
  await expect(officer.getByRole('heading', { level: 1 })).toContainText('朝阳晴岚风车托育中心');
  await test.step('another district shows its numbers and not its rows', async () => {
    await officer.goto(DISTRICTS);
    await expect(officer.getByRole('row', { name: /^海淀区/ }).getByRole('link')).toHaveCount(0);
    await officer.goto(`${DISTRICTS}/institutions?scope=110108`);
    await expect(officer.getByRole('heading', { level: 1 })).not.toContainText('新设立机构名单');
  });
});

test('filing an institution starts its clock without anybody touching it, and cancelling the filing ends it', async ({ as }) => {
  test.setTimeout(240_000);
  const officer = await as('quwei');
  const name = `旅程新设托育中心${unique()}`;
  await officer.goto('/commission/organisations/new');
  await officer.getByLabel('托育机构', { exact: true }).check();
  await officer.getByLabel('机构名称').fill(name);
  await officer.getByLabel('统一社会信用代码').fill(syntheticUscc(nextNumber()));
  await officer.getByLabel('法人类型').selectOption('营利性企业');
  await officer.getByLabel('所属区').selectOption('朝阳区');
  await officer.getByLabel('地址', { exact: true }).fill('演示路8号');
  await officer.getByLabel('联系人').fill('办公室');
  await officer.getByLabel('联系电话').fill('010-65550100');
  await officer.getByLabel('举办类型').selectOption('社会办');
  await officer.getByLabel('备案状态').selectOption('已备案');
  await officer.getByLabel('备案日期').fill(dayFromNow(-10));
  await officer.getByRole('button', { name: '登记' }).click();
  await expect(officer.getByText('机构已登记。', { exact: false })).toBeVisible();

  await officer.goto(`${DISTRICTS}/institutions?standing=waiting`);
  const line = officer.getByRole('row').filter({ hasText: name });
  await reloadUntilVisible(officer, line);
  await expect(line).toContainText(dayFromNow(80));
  await expect(line).toContainText('首次备案');
  await checkPage(officer);
  expect(
    await row(sql`select standing, due_on::text as due from health_care_segment s join organisation o on o.id = s.institution_id
      where o.name = ${name} and s.standing = 'waiting'`),
  ).toEqual({ standing: 'waiting', due: dayFromNow(80) });

  await sql`update institution_period set filing_status = 'cancelled' where institution_id = (select id from organisation where name = ${name})`;
  await expect(async () => {
    await officer.reload();
    await expect(line).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 100_000 });
});

test('the city drafts a rule for a day to come, publishes it, and takes it back before its day', async ({ as }) => {
  const city = await as('shiwei');
  await city.goto(`${DISTRICTS}/rules`);
  await checkPage(city);
  await city.getByRole('link', { name: '起草新版本' }).click();
  await city.waitForURL('**/rules/new');
  await city.getByLabel('备案后宽限（天）').fill('');
  await city.getByRole('button', { name: '保存草稿' }).click();
  await expect(city.getByRole('link', { name: /备案后宽限/ })).toBeVisible();
  await city.getByLabel('备案后宽限（天）').fill('60');
  await city.getByLabel('生效日').fill(dayFromNow(400 + (unique() % 2_000)));
  await city.getByRole('button', { name: '保存草稿' }).click();
  await expect(city.getByText('草稿已保存')).toBeVisible();
  await checkPage(city);
  await confirm(city, '发布');
  await expect(city.getByText('已发布，正在重新计算')).toBeVisible();
  await confirm(city, '撤回', '另行研究');
  await expect(city.getByText('已撤回').first()).toBeVisible();
  await checkPage(city);
  const officer = await as('quwei');
  await officer.goto(`${DISTRICTS}/rules`);
  await expect(officer.getByRole('link', { name: '起草新版本' })).toHaveCount(0);
});
