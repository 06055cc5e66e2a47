import { aCandidate, aSitting, heldDays } from '#db/seed/builders/sittings';
import { checkPage } from './support/check-page';
import { aStranger, aTraineeWhoSignsIn, dayFromNow, db, organisationOf, row, sql, unique } from './support/scene';
import { signIn } from './support/sign-in';
import { confirm, reloadUntilVisible } from './support/steps';
import { expect, test } from './support/test';

const own = async () => {
  const { id: organisationId } = await organisationOf('pingjia');
  const kind = await row<{ id: string; name: string }>(
    sql`select id, name from x_certificate_kind where organisation_id = ${organisationId} and number_prefix = 'DEMO-YEZH'`,
  );
  const site = await row<{ id: string; name: string }>(
    sql`select id, name from assessment_site where organisation_id = ${organisationId} and district_code = '110105'`,
  );
  return { organisationId, kind, site };
};

test('a sitting opens, a college registers its students by list, a learner herself, and a wrong line is named', async ({
  as,
  page: trainee,
}) => {
  const { kind, site } = await own();
  const code = `E2E-${unique()}`;
  const staff = await as('pingjia');
  await staff.goto('/evaluation/sittings/new');
  await checkPage(staff);
  await staff.getByLabel('证书', { exact: true }).selectOption({ label: `${kind.name} · 京禾婴幼儿照护评价中心（演示）` });
  await staff.getByLabel('等级').selectOption('初级');
  await staff.getByLabel('考核站点').selectOption(site.id);
  await staff.getByLabel('场次编号').fill(code);
  await staff.getByLabel('报名开始').fill(dayFromNow(-1));
  await staff.getByLabel('报名截止').fill(dayFromNow(5));
  await staff.getByLabel('理论考试').fill(dayFromNow(12));
  await staff.getByLabel('实操考核').fill(dayFromNow(13));
  await staff.getByLabel('名额').fill('3');
  await staff.getByRole('button', { name: '开设场次' }).click();
  await expect(staff.getByText('场次已开设。')).toBeVisible();
  await staff.getByLabel('姓名').fill('周考评');
  await staff.getByRole('button', { name: '登记考评员' }).click();
  await expect(staff.getByText('考评员已登记。')).toBeVisible();
  await checkPage(staff);

  const { id } = await row<{ id: string }>(sql`select id from sitting where code = ${code}`);
  const students = [aStranger(), aStranger()];
  const college = await as('yuanxiao');
  await college.goto(`/provider/sittings/${id}`);
  await college.getByLabel('学生名单').fill([...students.map((each) => `${each.name} ${each.idNumber}`), '没有号码的人'].join('\n'));
  await college.getByRole('button', { name: '提交报名' }).click();
  await expect(college.getByRole('listitem').filter({ hasText: `已报名，考生号 ${code}-0001` })).toBeVisible();
  await expect(college.getByRole('listitem').filter({ hasText: '第 3 行' })).toContainText('请按“姓名 证件号码”填写');
  await expect(college.getByRole('row').filter({ hasText: students[1]?.name ?? '' })).toContainText(`${code}-0002`);
  await checkPage(college);

  const learner = await aTraineeWhoSignsIn();
  await signIn(trainee, learner.phone);
  await trainee.goto('/me/sittings');
  await trainee.getByRole('row').filter({ hasText: code }).getByRole('button', { name: '报名' }).click();
  await expect(trainee.getByText(`报名成功，考生号 ${code}-0003。`)).toBeVisible();
  await checkPage(trainee);
  await confirm(trainee, '取消报名', '时间冲突');
  await expect(trainee.getByText('报名已取消。')).toBeVisible();
  expect(await row(sql`select seats_taken, last_candidate from sitting where id = ${id}`)).toEqual({ seats_taken: 2, last_candidate: 3 });
});

test('results are entered, published, appealed and corrected; a second account approves, and the certificate is in her record', async ({
  as,
  page: trainee,
}) => {
  const { organisationId, kind, site } = await own();
  const learner = await aTraineeWhoSignsIn();
  const code = `E2E-${unique()}`;
  const sitting = await aSitting(db, { organisationId, xKindId: kind.id, siteId: site.id, code, isDemo: true, ...heldDays(dayFromNow(0)) });
  await aCandidate(db, sitting, { personId: learner.personId });

  const staff = await as('pingjia');
  await staff.goto(`/evaluation/sittings/${sitting.id}/results`);
  await staff.getByLabel(`${learner.name} 理论`).fill('72');
  await staff.getByLabel(`${learner.name} 实操`).fill('58.5');
  await expect(staff.getByRole('row').filter({ hasText: learner.name })).toContainText('未合格');
  await staff.getByRole('button', { name: '保存', exact: true }).click();
  await expect(staff.getByText('已保存 1 名考生。')).toBeVisible();
  await checkPage(staff);
  await staff.goto(`/evaluation/sittings/${sitting.id}`);
  await confirm(staff, '公布成绩');
  await expect(staff.getByText('成绩已公布：合格 0 人，未合格 1 人，缺考 0 人。')).toBeVisible();

  await signIn(trainee, learner.phone);
  await trainee.goto('/me/sittings');
  await trainee.getByRole('row').filter({ hasText: code }).getByRole('link').first().click();
  await expect(trainee.getByText('58.5（合格线 60）')).toBeVisible();
  await trainee.getByLabel('申请理由').fill('实操第二项漏记');
  await trainee.getByRole('button', { name: '提交申请' }).click();
  await expect(trainee.getByText('复核申请已提交。')).toBeVisible();
  await checkPage(trainee);

  await staff.goto(`/evaluation/sittings/${sitting.id}/appeals`);
  await staff.getByLabel('更正成绩').check();
  await staff.getByLabel('更正后实操').fill('63');
  await staff.getByLabel('说明').fill('调阅录像后加 4.5 分');
  await staff.getByRole('button', { name: '提交答复' }).click();
  await expect(staff.getByText('已答复，考生已收到通知。')).toBeVisible();

  // The days of appeals pass.
  await sql`update sitting set appeal_until_on = ${dayFromNow(-1)} where id = ${sitting.id}`;
  await staff.goto(`/evaluation/sittings/${sitting.id}`);
  await expect(staff.getByText('须由本组织另一账号批准颁证')).toBeVisible();
  const approver = await as('pingjia2');
  await approver.goto(`/evaluation/sittings/${sitting.id}`);
  await confirm(approver, '批准颁证');
  await expect(approver.getByText('已颁发 1 本证书。')).toBeVisible();
  await checkPage(approver);

  const { number } = await row<{ number: string }>(sql`
    select k.number from candidate c join certificate k on k.id = c.certificate_id where c.sitting_id = ${sitting.id} and k.status = 'verified'`);
  await trainee.goto('/me/certificates');
  await expect(trainee.getByText(number).first()).toBeVisible();
  await trainee.goto('/me/inbox');
  await reloadUntilVisible(trainee, trainee.getByText(number).first());
  const city = await as('shiwei');
  await city.goto(`/commission/sittings/candidates?sitting=${sitting.id}&show=certified`);
  await expect(city.getByRole('row').filter({ hasText: learner.name })).toContainText(number);
});
