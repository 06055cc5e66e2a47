import { checkPage } from './support/check-page';
import { anOpenClass, aTraineeWhoSignsIn, row, sql } from './support/scene';
import { signIn } from './support/sign-in';
import { enrol, reloadUntilVisible } from './support/steps';
import { expect, test } from './support/test';

test('a message of the inbox is the one in the outbox, and the log says who did what', async ({ as }) => {
  const held = await anOpenClass();
  const trainee = await aTraineeWhoSignsIn();
  const page = await as(null);
  await signIn(page, trainee.phone);
  await enrol(page, held.id);
  await page.goto('/me/inbox');
  const message = page.getByRole('listitem').filter({ hasText: held.code });
  await reloadUntilVisible(page, message);
  const body = `您报名的“${held.course.title}”（${held.code}）已收到，等待确认和审核。`;
  await expect(message).toContainText(body);

  const admin = await as('guanli');
  await admin.goto('/admin/outbox');
  const sent = admin.getByRole('row').filter({ hasText: held.code });
  await reloadUntilVisible(admin, sent);
  await expect(sent).toContainText(body);
  await expect(sent).toContainText(trainee.phone.slice(-4));
  await expect(sent).not.toContainText(trainee.phone);

  await admin.goto('/admin/jobs');
  await expect(admin.getByRole('heading', { level: 1 })).toBeVisible();
  await checkPage(admin);

  const { id } = await row<{ id: string }>(sql`select id from enrolment where class_id = ${held.id}`);
  const auditor = await as('shenji');
  await auditor.goto('/audit');
  await auditor.getByLabel('对象编号').fill(id);
  await auditor.getByRole('button', { name: '查询' }).click();
  const entry = auditor.getByRole('row').filter({ hasText: 'enrolment.requested' });
  await expect(entry).toHaveCount(1);
  await expect(entry).toContainText(trainee.name);
  await expect(entry).toContainText('学员');
  await checkPage(auditor);
});

const CLOSED: [who: string, address: string, status: number, words: string][] = [
  ['guanli', '/commission', 403, '您没有权限查看此页'],
  ['shenji', '/admin/jobs', 403, '您没有权限查看此页'],
  ['xueyuan', '/provider', 403, '您没有权限查看此页'],
  ['jigou', '/commission/figures', 403, '您没有权限查看此页'],
  ['quwei', '/commission/targets', 403, '您没有权限查看此页'],
  ['yuanxiao', '/no/such/page', 404, '没有找到这个页面'],
  ['xueyuan', '/me/enrolments/01a00000-0000-7000-8000-000000000000', 404, '没有找到这个页面'],
];

test('what is not theirs or not there is answered with a page that says what to do', async ({ as }) => {
  for (const [who, address, status, words] of CLOSED) {
    const page = await as(who);
    const answer = await page.goto(address);
    expect(answer?.status(), `${who} at ${address}`).toBe(status);
    await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: '返回首页' })).toBeVisible();
    await checkPage(page);
    await page.close();
  }
});
