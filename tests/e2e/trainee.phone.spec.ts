import { checkPage } from './support/check-page';
import { anOpenClass, aStranger, aTraineeWhoSignsIn, organisationOf, row, sql } from './support/scene';
import { fillSignIn, signIn } from './support/sign-in';
import { admit, enrol, reloadUntilVisible } from './support/steps';
import { expect, test } from './support/test';

const NEW_PASSWORD = 'Baoyu-2026-xin';

test('a stranger registers on her phone, enrols, and reads in her inbox that she is admitted', async ({ as }) => {
  const held = await anOpenClass();
  const stranger = aStranger();
  const page = await as(null);
  await test.step('she registers from the page of the class', async () => {
    await page.goto(`/classes/${held.id}`);
    await page.getByRole('link', { name: '注册账号' }).click();
    await page.getByRole('button', { name: '注册' }).click();
    await expect(page.getByRole('alert').first()).toContainText('此项必填，请填写。');
    await checkPage(page);
    await page.getByLabel('姓名').fill(stranger.name);
    await page.getByLabel('证件号码').fill(stranger.idNumber);
    await page.getByLabel('拟从事托育工作，或在校学生').check();
    await page.getByLabel('手机号').fill(stranger.phone);
    await page.getByLabel('密码', { exact: true }).fill(NEW_PASSWORD);
    await page.getByLabel('再输入一次').fill(NEW_PASSWORD);
    await page.getByLabel('我已阅读并同意隐私说明').check();
    await page.getByRole('button', { name: '注册' }).click();
    await expect(page.getByText('已收到您的注册信息')).toBeVisible();
    await checkPage(page);
  });

  await test.step('she signs in and is back at the class', async () => {
    await fillSignIn(page, stranger.phone, NEW_PASSWORD);
    await expect(page).toHaveURL(new RegExp(`/classes/${held.id}`));
    await expect(page.getByText('您符合报名条件。')).toBeVisible();
    await checkPage(page);
  });

  await test.step('she enrols and is told what comes next', async () => {
    await page.getByRole('button', { name: '提交报名' }).click();
    await expect(page.getByText('报名已提交，请等待培训单位审核。')).toBeVisible();
    await checkPage(page);
    await page.goto('/me');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(stranger.name);
    await checkPage(page);
    const stored = await row<{ status: string; seats_taken: number; masked: string }>(sql`
      select e.status, c.seats_taken, p.id_number_masked as masked from enrolment e
      join training_class c on c.id = e.class_id join person p on p.id = e.person_id where c.id = ${held.id}`);
    expect(stored).toMatchObject({ status: 'applied', seats_taken: 1 });
    expect(stored.masked).toMatch(/^119900\*+/);
  });

  await test.step('the college admits her and the message arrives', async () => {
    await admit(await as('yuanxiao'), held.id, stranger.name);
    await page.goto('/me/inbox');
    await reloadUntilVisible(page, page.getByRole('heading', { name: '您已被录取' }));
    await checkPage(page);
    await page.goto('/me');
    await expect(page.getByText(/您已被录取|已录取/).first()).toBeVisible();
  });
});

test('the institution of a caregiver confirms before the college admits', async ({ as }) => {
  const held = await anOpenClass();
  const caregiver = await aTraineeWhoSignsIn({ institutionId: (await organisationOf('jigou')).id });
  const page = await as(null);
  await signIn(page, caregiver.phone);
  await enrol(page, held.id);
  await expect(page.getByText(/请等待所在机构确认/)).toBeVisible();
  await checkPage(page);

  const institution = await as('jigou');
  await institution.goto('/institution/enrolments');
  const mine = institution.getByRole('row').filter({ hasText: held.code });
  await expect(mine).toContainText(caregiver.name);
  await checkPage(institution);
  await mine.getByRole('button', { name: '同意', exact: true }).click();
  await expect(institution.getByText('已同意 1 人的报名。')).toBeVisible();

  await admit(await as('yuanxiao'), held.id, caregiver.name);
  await page.reload();
  await expect(page.getByText(/您已被录取/)).toBeVisible();
  await page.goto('/me/inbox');
  await reloadUntilVisible(page, page.getByRole('heading', { name: '您已被录取' }));
  await expect(page.getByText('所在机构已确认您的报名')).toBeVisible();
  const stored = await row(sql`select status, institution_answer, district_code from enrolment where class_id = ${held.id}`);
  expect(stored).toEqual({ status: 'approved', institution_answer: 'confirmed', district_code: '110105' });
});

test('a seat that is given back goes to the first in the queue, who accepts it', async ({ as }) => {
  const held = await anOpenClass({ capacity: 1 });
  const [first, second] = [await aTraineeWhoSignsIn(), await aTraineeWhoSignsIn()];
  const [early, late] = [await as(null), await as(null)];
  await signIn(early, first.phone);
  await enrol(early, held.id);
  await signIn(late, second.phone);
  await test.step('the second one waits, and sees her place', async () => {
    await late.goto(`/classes/${held.id}`);
    await expect(late.getByText('您符合条件。名额已满，提交后进入候补，有名额时按顺序通知您。')).toBeVisible();
    await late.getByRole('button', { name: '登记候补' }).click();
    await expect(late.getByText(/您在候补第 1 位/)).toBeVisible();
    await checkPage(late);
  });

  await test.step('the first one gives her seat back', async () => {
    await early.getByText('退出报名').first().click();
    await early.getByLabel('理由').fill('当天园里有活动');
    await early.getByRole('button', { name: '退出报名' }).click();
    await expect(early.getByText('您已退出此班期。如仍想参加，请重新报名。')).toBeVisible();
    await checkPage(early);
  });

  await test.step('the second one is offered the seat and takes it', async () => {
    await late.goto('/me/inbox');
    await reloadUntilVisible(late, late.getByRole('heading', { name: '有名额了，请尽快确认' }));
    await late.getByRole('listitem').filter({ hasText: '有名额了，请尽快确认' }).getByRole('button', { name: '查看并处理' }).click();
    await expect(late.getByText(/有名额了！请在 .+ 前确认/)).toBeVisible();
    await checkPage(late);
    await late.getByRole('button', { name: '确认参加' }).click();
    await expect(late.getByText('已确认，您被录取了。')).toBeVisible();
  });
  const stored = await row(sql`
    select seats_taken, waiting_count, array_agg(e.status order by e.created_at) as statuses
    from training_class c join enrolment e on e.class_id = c.id where c.id = ${held.id} group by c.id`);
  expect(stored).toEqual({ seats_taken: 1, waiting_count: 0, statuses: ['withdrawn', 'approved'] });
});
