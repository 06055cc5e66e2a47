import sharp from 'sharp';
import { checkPage } from './support/check-page';
import { aTraineeWhoSignsIn, dayFromNow, organisationOf, row, sql, unique } from './support/scene';
import { reloadUntilVisible } from './support/steps';
import { expect, test } from './support/test';

const aPhoto = () =>
  sharp({ create: { width: 640, height: 440, channels: 3, background: '#f4eeda' } })
    .jpeg()
    .toBuffer();

/** A number that nobody holds: 育婴员 of level 5, issued in 2024. */
const aNumber = () => `S000011000999245${String(unique() % 1_000_000).padStart(6, '0')}`;

test('a caregiver photographs her certificate, mends it, and her district verifies it with a receipt', async ({ as }) => {
  const house = await organisationOf('jigou');
  const her = await aTraineeWhoSignsIn({ institutionId: house.id });
  const number = aNumber();
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const page = await as(her.phone, phone);
  await test.step('she begins with the kind, and a wrong level is kept as a draft with its photo', async () => {
    await page.goto('/me/certificates');
    await expect(page.getByText('您还没有登记证书。')).toBeVisible();
    await page.getByRole('link', { name: '登记证书' }).first().click();
    await checkPage(page);
    await page.getByRole('link', { name: /^职业技能等级证书/ }).click();
    await expect(page.getByText('由朝阳区卫生健康委核验')).toBeVisible();
    await page.getByLabel('职业', { exact: true }).selectOption('4-10-01-02');
    await page.getByLabel('等级', { exact: true }).selectOption('4');
    await page.getByLabel('证书编号').fill(number.toLowerCase());
    await page.getByLabel('颁证机构').fill('演示技能评价中心');
    await page.getByLabel('发证日期').fill('2024-05-20');
    await page.getByLabel('证书照片或 PDF').setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() });
    await page.getByLabel(/我同意平台保存/).check();
    await page.getByRole('button', { name: '提交核验' }).click();
    await expect(page.getByText('编号中的等级是五级（初级工），登记的等级是四级（中级工）')).toBeVisible();
    await expect(page.getByRole('img', { name: /的证书照片/ })).toBeVisible();
    await checkPage(page);
  });

  await test.step('mended, it is handed in', async () => {
    await page.getByLabel('等级', { exact: true }).selectOption('5');
    await page.getByRole('button', { name: '提交核验' }).click();
    await expect(page.getByText('已提交，等待核验。')).toBeVisible();
    await expect(page.getByText('核验通过后计入持证上岗率')).toBeVisible();
    await checkPage(page);
  });

  const officer = await as('quwei');
  await test.step('the officer finds it, sees the photo beside it and records what she found', async () => {
    await officer.goto(`/commission/certificates?q=${number}`);
    await checkPage(officer);
    await officer.keyboard.press('j');
    await officer.keyboard.press('Enter');
    await expect(officer.getByRole('heading', { level: 1 })).toContainText(her.name);
    await expect(officer.getByRole('img', { name: /的证书照片/ })).toBeVisible();
    await expect(officer.getByRole('link', { name: /打开查询网站/ })).toHaveAttribute('href', /osta\.org\.cn/);
    await officer.getByLabel('查不到').check();
    await officer.getByRole('button', { name: '记录结果' }).click();
    await expect(officer.getByText('请写明查到什么、为什么这样办理。').first()).toBeVisible();
    await officer.getByLabel('查到，信息一致').check();
    await officer.getByRole('button', { name: '记录结果' }).click();
    await expect(officer.getByText('已核验通过。')).toBeVisible();
    await checkPage(officer);
    const stored = await row<{ status: string; channel: string; result: string }>(sql`
      select c.status, k.channel, k.result from certificate c join certificate_check k on k.certificate_id = c.id where c.number = ${number}`);
    expect(stored).toEqual({ status: 'verified', channel: 'osta', result: 'genuine' });
  });

  await test.step('she reads it in her inbox and on her page', async () => {
    await page.goto('/me/inbox');
    await reloadUntilVisible(page, page.getByRole('heading', { name: '证书已核验' }));
    await page.goto('/me/certificates');
    await expect(page.getByText('计入持证上岗率').first()).toBeVisible();
    await checkPage(page);
  });

  await test.step('later the officer revokes it from a day, with the reason', async () => {
    await officer.locator('summary', { hasText: '撤销证书' }).click();
    const step = officer.getByRole('group').filter({ has: officer.locator('summary', { hasText: '撤销证书' }) });
    await step.getByLabel('从某一天起').check();
    await step.getByLabel(/哪一天/).fill(dayFromNow(-3));
    await step.getByLabel('理由').fill('颁证机构通知撤销');
    await step.getByRole('button', { name: '撤销证书' }).click();
    await expect(officer.getByText('颁证机构通知撤销').first()).toBeVisible();
    await checkPage(officer);
  });
});

test('without JavaScript the queue is walked by links and decided by plain forms', async ({ as }) => {
  const page = await as('quwei2', { javaScriptEnabled: false });
  await page.goto('/commission/certificates');
  await page.getByRole('link', { name: '从最早的开始' }).click();
  const first = page.url();
  await page.getByRole('link', { name: '下一份' }).click();
  expect(page.url()).not.toBe(first);
  await page.getByRole('link', { name: '上一份' }).click();
  expect(page.url()).toBe(first);
  await page.getByLabel('查到，信息一致').check();
  await page.getByLabel('先记一笔，继续等待').check();
  await page.getByLabel(/^说明/).fill('网站维护，明日再查');
  await page.getByRole('button', { name: '记录结果' }).click();
  await expect(page.getByText('已记录。')).toBeVisible();
  await expect(page.getByText('网站维护，明日再查').first()).toBeVisible();
});
