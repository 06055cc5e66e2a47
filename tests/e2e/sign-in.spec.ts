import * as OTPAuth from 'otpauth';
import { anAccount } from '#db/seed/builders/accounts';
import { checkPage } from './support/check-page';
import { aTraineeWhoSignsIn, db, row, sql, unique } from './support/scene';
import { fillSignIn, PASSWORD, signIn } from './support/sign-in';
import { expect, test } from './support/test';

const NEW_PASSWORD = 'Zhangxin-2026-mi';

test('wrong passwords are answered alike, and after five the account rests', async ({ page }) => {
  const { phone, personId } = await aTraineeWhoSignsIn();
  await page.goto('/sign-in');
  for (let tries = 1; tries <= 5; tries += 1) {
    await fillSignIn(page, phone, `wrong-${tries}`);
    await expect(page.getByRole('alert')).toContainText('账号或密码不正确。');
    await expect(page.getByLabel('密码', { exact: true })).toHaveValue('');
  }
  await checkPage(page);
  await fillSignIn(page, phone, PASSWORD);
  await expect(page.getByRole('alert')).toContainText(/连续多次输错，账号已暂时锁定。请 \d+ 分钟后再试。/);
  await checkPage(page);
  const locked = await row(sql`
    select count(*)::int as times from event e join account a on a.id::text = e.subject_id
    where e.name = 'account.locked' and a.person_id = ${personId}`);
  expect(locked).toEqual({ times: 1 });
});

test('an issued password must be changed before anything else', async ({ page }) => {
  const username = `xinren${unique()}`;
  await anAccount(db, { username, password: PASSWORD, mustChangePassword: true, isDemo: true });
  await signIn(page, username);
  await expect(page.getByRole('heading', { level: 1, name: '修改密码' })).toBeVisible();
  await page.goto('/me');
  await expect(page.getByRole('heading', { level: 1, name: '修改密码' })).toBeVisible();
  await checkPage(page);
  await page.getByLabel('当前密码').fill(PASSWORD);
  await page.getByLabel('新密码', { exact: true }).fill('12345678');
  await page.getByLabel('再输入一次').fill('12345678');
  await page.getByLabel('我已阅读并同意隐私说明').check();
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByRole('alert')).toContainText('密码至少 10 位，请加长。');
  await checkPage(page);
  await page.getByLabel('当前密码').fill(PASSWORD);
  await page.getByLabel('新密码', { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel('再输入一次').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByText('密码已修改，其他设备已退出登录。')).toBeVisible();
  await page.goto('/me');
  await expect(page.getByRole('heading', { level: 1, name: '修改密码' })).toHaveCount(0);
});

test('a second factor is set up, asked for, and a recovery code works once', async ({ as }) => {
  const trainee = await aTraineeWhoSignsIn();
  const page = await as(null);
  await signIn(page, trainee.phone);
  await page.goto('/sign-in/second-factor/setup');
  await page.getByRole('button', { name: '生成密钥' }).click();
  await expect(page.getByRole('img', { name: '动态验证码密钥的二维码' })).toBeVisible();
  await checkPage(page);
  const secret = (
    await page
      .getByText(/^[A-Z2-7 ]{26,}$/)
      .first()
      .innerText()
  ).replaceAll(/\s/g, '');
  const totp = new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret) });
  await page.getByRole('textbox', { name: '动态验证码' }).fill(totp.generate());
  await page.getByRole('button', { name: '确认启用' }).click();
  await expect(page.getByText('请现在保存恢复码')).toBeVisible();
  await checkPage(page);
  const [recovery = ''] = (await page.getByRole('main').innerText()).match(/[0-9A-Z]{6}-[0-9A-Z]{6}/) ?? [];
  expect(recovery).not.toBe('');

  const elsewhere = await as(null);
  await elsewhere.goto('/sign-in');
  await fillSignIn(elsewhere, trainee.phone, PASSWORD);
  await expect(elsewhere.getByRole('heading', { level: 1, name: '输入动态验证码' })).toBeVisible();
  await checkPage(elsewhere);
  await elsewhere.goto('/me');
  await expect(elsewhere, 'the password alone opens nothing').toHaveURL(/second-factor/);
  await elsewhere.getByLabel('动态验证码').fill('000000');
  await elsewhere.getByRole('button', { name: '验证并进入' }).click();
  await expect(elsewhere.getByRole('alert')).toContainText('验证码不正确或已用过');
  await elsewhere.getByLabel('恢复码').fill(recovery.toLowerCase());
  await elsewhere.getByRole('button', { name: '用恢复码进入' }).click();
  await expect(elsewhere.getByRole('heading', { level: 1 })).toContainText(trainee.name);

  const again = await as(null);
  await again.goto('/sign-in');
  await fillSignIn(again, trainee.phone, PASSWORD);
  await again.getByLabel('恢复码').fill(recovery);
  await again.getByRole('button', { name: '用恢复码进入' }).click();
  await expect(again.getByRole('alert')).toContainText('恢复码不正确或已用过');
});

test('who is idle is warned, and what she typed is there again after she signed in', async ({ as }) => {
  const page = await as(null);
  await page.clock.install();
  await signIn(page, 'quwei');
  await page.goto('/commission/organisations/new');
  await page.getByLabel('机构名称').fill('朝阳花园托育园（演示）');
  await test.step('typing counts as being there', async () => {
    await page.clock.fastForward('14:00');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
  await page.clock.fastForward('14:00');
  await expect(page.getByRole('dialog', { name: '即将自动退出登录' })).toBeVisible();
  await page.getByRole('button', { name: '继续使用' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByLabel('机构名称')).toHaveValue('朝阳花园托育园（演示）');

  await page.clock.fastForward('14:00');
  await page.clock.fastForward('03:00');
  await expect(page.getByRole('dialog', { name: '登录已失效' })).toBeVisible();
  await page.context().clearCookies();
  await page.getByRole('link', { name: '重新登录' }).click();
  await fillSignIn(page, 'quwei', PASSWORD);
  await page.getByLabel('动态验证码').fill('246810');
  await page.getByRole('button', { name: '验证并进入' }).click();
  await expect(page).toHaveURL(/\/commission\/organisations\/new/);
  await expect(page.getByText('已恢复您上次没来得及提交的内容，请核对后提交。')).toBeVisible();
  await expect(page.getByLabel('机构名称')).toHaveValue('朝阳花园托育园（演示）');
});

test('somebody with several roles changes from one to another', async ({ page }) => {
  await signIn(page, 'duojue');
  const change = async (role: string, home: RegExp) => {
    await page
      .getByRole('banner')
      .getByLabel(/^账号菜单/)
      .click();
    await page
      .getByRole('banner')
      .getByRole('button', { name: new RegExp(`^${role}`) })
      .click();
    await expect(page.getByText('已切换身份。')).toBeVisible();
    await expect(page).toHaveURL(home);
    await checkPage(page);
  };
  // The role of the last time is kept: whichever it was, both of these are changes.
  if (!page.url().endsWith('/me')) await change('学员', /\/me$/);
  await change('培训单位人员', /\/provider$/);
  await change('托育机构管理员', /\/institution$/);
});
