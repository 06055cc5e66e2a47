import type { Page } from '@playwright/test';
import { aMembership, anAccount } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement } from '#db/seed/builders/people';
import { syntheticPhone } from '#db/seed/builders/synthetic';
import { aPlacement, aStudent } from '#db/seed/builders/talent';
import { addDays } from '~/domain/shared/period';
import { mondayOf } from '~/domain/talent/placement/log';
import { checkPage } from './support/check-page';
import { aTraineeWhoSignsIn, dayFromNow, db, organisationOf, row, sql, unique } from './support/scene';
import { PASSWORD, signIn } from './support/sign-in';
import { reloadUntilVisible } from './support/steps';
import { expect, test } from './support/test';

const PHONE = { viewport: { width: 390, height: 844 } };

/** Opens the step of exactly this name. */
async function open(page: Page, label: string) {
  const summary = page.locator('summary', { hasText: new RegExp(`^${label}$`) });
  await summary.click();
  return page.getByRole('group').filter({ has: summary });
}

/** An institution of its own with somebody at its desk, and a student of the demo's college with an account. */
async function aScene() {
  const institution = await anInstitution(db, { name: `演示实习托育中心${unique()}`, isDemo: true });
  const phone = syntheticPhone(unique());
  const account = await anAccount(db, { displayName: '演示机构管理员', username: null, phone, password: PASSWORD, isDemo: true });
  await aMembership(db, { accountId: account.id, organisationId: institution.id, role: 'institution_admin' });
  for (let n = 0; n < 4; n += 1) await anEngagement(db, { institutionId: institution.id });
  const college = await organisationOf('yuanxiao');
  const point = await row<{ id: string }>(
    sql`select id from programme_point where college_id = ${college.id} and status = 'filed' order by filed_on, id limit 1`,
  );
  const learner = await aTraineeWhoSignsIn();
  const columns = { collegeId: college.id, pointId: point.id, personId: learner.personId, isDemo: true };
  const student = await aStudent(db, { ...columns, className: '实习演示班' });
  return { institution, phone, college, learner, student };
}

test('a student is proposed, accepted, writes her log on a phone, both check the week and assess, and she is taken on: one person', async ({
  as,
}) => {
  test.setTimeout(150_000);
  const { institution, phone, learner, student } = await aScene();
  const number = `E2E-SX-${unique()}`;
  const written = addDays(mondayOf(dayFromNow(0)), -4);
  const college = await as('yuanxiao');
  await test.step('the college proposes her; a line without its number is named', async () => {
    await college.goto(`/provider/placements/new?q=${institution.name}`);
    await college.getByRole('link', { name: `选这家 ${institution.name}` }).click();
    await college.getByLabel('姓名、学号或班级').fill(student.studentNo);
    await college.getByRole('button', { name: '查询' }).click();
    await college.getByLabel('开始日期').fill(addDays(mondayOf(dayFromNow(0)), -7));
    await college.getByLabel('最后一天').fill(dayFromNow(-1));
    await college.getByLabel('协议签订日期').fill(dayFromNow(-30));
    await college.getByLabel('校内指导教师').fill('周老师');
    await college.getByRole('checkbox', { name: learner.name, exact: true }).check();
    await college.getByRole('button', { name: '提交给机构' }).click();
    await expect(college.getByText('请填写三方协议编号。')).toBeVisible();
    await expect(college.getByRole('checkbox', { name: learner.name, exact: true })).toBeChecked();
    await expect(college.getByLabel('校内指导教师')).toHaveValue('周老师');
    await checkPage(college);
    await college.getByLabel(`${learner.name}的协议编号`).fill(number);
    await college.getByRole('button', { name: '提交给机构' }).click();
    await expect(college.getByText('已提交给机构 1 名学生，请等待答复。')).toBeVisible();
    await checkPage(college);
  });

  const { id } = await row<{ id: string }>(sql`select id from placement where agreement_no = ${number}`);
  const house = await as(null);
  await test.step('the institution is told, sees what deserves a look, and accepts', async () => {
    await signIn(house, phone);
    await house.goto('/me/inbox');
    await reloadUntilVisible(house, house.getByText('有学生待接收实习').first());
    await house.goto('/institution/placements');
    await checkPage(house);
    await house.getByRole('link', { name: learner.name }).first().click();
    await expect(house.getByText('请为学生办理实习责任保险并填写保单号。')).toBeVisible();
    const step = await open(house, '接收');
    await step.getByLabel('企业指导教师').fill('吴老师');
    await step.getByRole('button', { name: '接收' }).click();
    await expect(house.getByText('已接收，学生和院校会收到消息。')).toBeVisible();
    await checkPage(house);
  });

  const her = await as(null, PHONE);
  await test.step('she writes her log on a phone', async () => {
    await signIn(her, learner.phone);
    await her.goto('/me/placements');
    await her.getByLabel('日期').fill(written);
    await her.getByLabel('小时数').fill('7.5');
    await her.getByLabel('做了什么，学到什么').fill('晨检接待，练习喂养记录。');
    await her.getByRole('button', { name: '保存日志' }).click();
    await expect(her.getByText('日志已保存。')).toBeVisible();
    await expect(her.getByText('晨检接待，练习喂养记录。')).toBeVisible();
    await checkPage(her);
    expect(await row(sql`select day::text, minutes from placement_log where placement_id = ${id}`)).toEqual({ day: written, minutes: 450 });
  });

  await test.step('both look at the week, each on its own page', async () => {
    await house.goto('/institution/placements');
    await house.getByRole('checkbox', { name: new RegExp(`核查${learner.name}`) }).check();
    await house.getByRole('textbox', { name: new RegExp(`给${learner.name}的意见`) }).fill('记录清楚');
    await house.getByRole('button', { name: '提交核查' }).click();
    await expect(house.getByText('已核查 1 周。')).toBeVisible();
    await college.goto(`/provider/placements/${id}`);
    await college.getByRole('button', { name: '核查本周' }).click();
    await expect(college.getByText('已核查。', { exact: true })).toBeVisible();
    await her.goto('/me/placements');
    await her.getByLabel('日期').fill(written);
    await her.getByLabel('做了什么，学到什么').fill('想再改一改');
    await her.getByRole('button', { name: '保存日志' }).click();
    await expect(her.getByText('这一周已由指导教师核查，不能再改。').first()).toBeVisible();
    await expect(her.getByText('记录清楚')).toBeVisible();
  });

  await test.step('both assess it, and the college finishes it', async () => {
    for (const [page, at] of [[house, `/institution/placements/${id}`] as const, [college, `/provider/placements/${id}`] as const]) {
      await page.goto(at);
      await page.getByLabel('分数（0–100）').fill('92');
      await page.getByLabel('评语').fill('照护耐心细致。');
      await page.getByRole('button', { name: '提交考核' }).click();
      await expect(page.getByText('考核已提交。')).toBeVisible();
    }
    const step = await open(college, '办理结束');
    await expect(step.getByText('建议结果为“优秀”')).toBeVisible();
    await step.getByRole('button', { name: '办理结束' }).click();
    await expect(college.getByText('实习已结束。', { exact: true })).toBeVisible();
    await checkPage(college);
  });

  await test.step('the institution takes her on: the same person, on its roster as staff', async () => {
    await house.goto(`/institution/placements/${id}`);
    const step = await open(house, '转为正式员工');
    await step.getByLabel('入职日期').fill(dayFromNow(0));
    await step.getByRole('button', { name: '转为正式员工' }).click();
    await expect(house.getByText('已转为正式员工。', { exact: true })).toBeVisible();
    await house.getByRole('link', { name: '查看名册记录' }).click();
    await expect(house.getByRole('heading', { level: 1, name: learner.name })).toBeVisible();
    await checkPage(house);
    const posts =
      await sql`select is_intern, end_on is null as open from engagement where person_id = ${learner.personId} order by start_on`;
    expect([...posts]).toEqual([
      { is_intern: true, open: false },
      { is_intern: false, open: true },
    ]);
    await her.goto('/me/record');
    await expect(her.getByRole('link', { name: institution.name })).toBeVisible();
    await expect(her.getByText('已留任')).toBeVisible();
    await checkPage(her);
  });
});

test('a college takes a proposal back and an institution breaks off; the commission opens its counts', async ({ as }) => {
  const { institution, phone, student, learner } = await aScene();
  const [waiting, running] = [
    await aPlacement(db, { studentId: student.id, institutionId: institution.id, isDemo: true }),
    await aPlacement(db, { studentId: student.id, institutionId: institution.id, status: 'accepted', isDemo: true }),
  ];
  const college = await as('yuanxiao');
  await college.goto(`/provider/placements/${waiting.id}`);
  const back = await open(college, '撤回推荐');
  await back.getByLabel('理由').fill('改去离家近的机构');
  await back.getByRole('button', { name: '撤回推荐' }).click();
  await expect(college.getByText('已中止。', { exact: true })).toBeVisible();

  const house = await as(null);
  await signIn(house, phone);
  await house.goto('/institution/placements');
  await expect(house.getByRole('row').filter({ hasText: '保育人员' }).filter({ hasText: '超过建议上限' })).toBeVisible();
  await house.goto(`/institution/placements/${running.id}`);
  const step = await open(house, '中止实习');
  await step.getByLabel('中止日期').fill(dayFromNow(0));
  await step.getByLabel('理由').fill('身体原因');
  await step.getByRole('button', { name: '中止实习' }).click();
  await expect(house.getByText('已中止。', { exact: true })).toBeVisible();

  const city = await as('shiwei');
  await city.goto(`/commission/placements?institution=${institution.id}&shown=all`);
  await checkPage(city);
  await expect(city.getByRole('row').filter({ hasText: learner.name }).filter({ hasText: '已中止' })).toHaveCount(2);
  await city.getByRole('row').filter({ hasText: '青禾职业学院' }).getByRole('link').first().click();
  await expect(city).toHaveURL(/college=.*shown=all/);
  await checkPage(city);
});
