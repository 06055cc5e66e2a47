import { checkPage } from './support/check-page';
import { anOpenClass, aTraineeWhoSignsIn, row, sql } from './support/scene';
import { fillSignIn, PASSWORD } from './support/sign-in';
import { expect, test } from './support/test';

test('what a visitor filters stands in the address and survives a reload', async ({ page }) => {
  await page.goto('/');
  await checkPage(page);
  await page.getByRole('link', { name: '找课报名' }).click();
  const found = page.getByText(/共 \d+ 门课程/);
  const all = await found.innerText();
  await page.getByLabel('关键词').fill('急救');
  await page.getByLabel('培训类别').selectOption({ label: '保育人员' });
  await page.getByText('更多条件').click();
  await page.getByLabel('有空余名额').check();
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page).toHaveURL(/q=%E6%80%A5%E6%95%91.*category=caregiver.*free=1/);
  await expect(found).not.toHaveText(all);
  const before = await found.innerText();
  await page.reload();
  await expect(found).toHaveText(before);
  await expect(page.getByLabel('关键词')).toHaveValue('急救');
  await expect(page.getByLabel('有空余名额')).toBeChecked();
  await checkPage(page);
  await page.getByRole('main').getByRole('link', { name: /急救/ }).first().click();
  await expect(page.getByRole('heading', { name: '结业条件' })).toBeVisible();
  await checkPage(page);
});

test('large type is kept from page to page and nothing sticks out', async ({ page }) => {
  await page.goto('/preferences');
  const size = () => page.locator('body').evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize));
  const normal = await size();
  await page.getByLabel('关怀版').check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('显示设置已保存。')).toBeVisible();
  for (const address of ['/', '/courses', '/counting', '/sign-in']) {
    await page.goto(address);
    expect(await size()).toBeGreaterThan(normal * 1.1);
    await checkPage(page);
  }
});

const PAGES = [
  '/',
  '/courses',
  '/institutions',
  '/verify',
  '/counting',
  '/privacy',
  '/accessibility',
  '/site-map',
  '/sign-in',
  '/register',
  '/apply',
  '/preferences',
];
const SAID_BY_THE_PRODUCT = 'h1, h2:not(:has(a)), h3:not(:has(a)), button, label, legend, summary, th[scope="col"], nav a, footer a';

test('in English no heading, button or label is left in Chinese', async ({ page }) => {
  await page.goto('/preferences');
  await page.getByLabel('English').check();
  await page.getByRole('button', { name: '保存' }).click();
  await page.waitForLoadState();
  for (const address of PAGES) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page).toHaveTitle(/^[^\p{Script=Han}]+$/u);
    const said = await page.locator(SAID_BY_THE_PRODUCT).allTextContents();
    // The way back to Chinese is written in Chinese.
    expect(
      said.filter((words) => /\p{Script=Han}/u.test(words) && words.trim() !== '中文'),
      address,
    ).toEqual([]);
    await checkPage(page, { lang: 'en' });
  }
});

test('without JavaScript a trainee signs in, finds a class, enrols and withdraws', async ({ as }) => {
  const held = await anOpenClass();
  const trainee = await aTraineeWhoSignsIn();
  const page = await as(null, { javaScriptEnabled: false });
  await page.goto('/sign-in');
  await fillSignIn(page, trainee.phone, 'wrong password');
  await expect(page.getByRole('alert')).toContainText('账号或密码不正确。');
  await expect(page.getByLabel('手机号或用户名')).toHaveValue(trainee.phone);
  await fillSignIn(page, trainee.phone, PASSWORD);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(trainee.name);

  await page.goto('/courses');
  await page.getByLabel('关键词').fill(held.course.title);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('main').getByRole('link', { name: held.course.title }).click();
  await page.getByRole('link', { name: '查看并报名' }).click();
  await page.getByRole('button', { name: '提交报名' }).click();
  await expect(page.getByText('报名已提交，名额已为您保留。')).toBeVisible();
  const status = () =>
    row(sql`select e.status, c.seats_taken from enrolment e join training_class c on c.id = e.class_id where c.id = ${held.id}`);
  expect(await status()).toEqual({ status: 'applied', seats_taken: 1 });

  await page.locator('summary').filter({ hasText: '退出报名' }).click();
  await page.getByRole('button', { name: '退出报名' }).click();
  await expect(page.getByRole('alert')).toContainText('此项必填，请填写。');
  await page.getByLabel('理由').fill('临时有事');
  await page.getByRole('button', { name: '退出报名' }).click();
  await expect(page.getByText('已退出报名。')).toBeVisible();
  expect(await status()).toEqual({ status: 'withdrawn', seats_taken: 0 });
});
