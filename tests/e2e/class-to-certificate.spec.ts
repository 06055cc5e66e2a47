import type { Page } from '@playwright/test';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { checkPage } from './support/check-page';
import { anOpenClass, aTraineeWhoSignsIn, dayFromNow, db, type LessonPlan, row, sql } from './support/scene';
import { signIn } from './support/sign-in';
import { confirm } from './support/steps';
import { expect, test } from './support/test';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const LESSONS: LessonPlan[] = [
  { on: dayFromNow(-9), from: '09:00', until: '10:30', kind: 'theory', moduleCode: 'M1', title: '喂养要点' },
  { on: dayFromNow(-2), from: '09:00', until: '10:30', kind: 'practice', moduleCode: 'M2', title: '盥洗操作' },
];

/** Person-times of caregivers since 2026, as the public home page shows them. */
async function figureOnHome(page: Page): Promise<number> {
  await page.goto('/');
  const figure = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: '2026年起' }) })
    .getByText('培训保育人员', { exact: true })
    .locator('..');
  return Number((await figure.innerText()).match(/([\d,]+)\s*人次/)?.[1]?.replaceAll(',', ''));
}

test('attendance, scores and closing lead to a certificate that anyone can check, until it is revoked', async ({ as }) => {
  test.setTimeout(150_000);
  const held = await anOpenClass({ lessons: LESSONS });
  const [first, second] = [await aTraineeWhoSignsIn({ name: `陈秀兰` }), await aTraineeWhoSignsIn({ name: '周玉梅' })];
  for (const { personId } of [first, second]) await anEnrolment(db, { trainingClass: held, personId, isPreService: true, role: null });
  const visitor = await as(null);
  const before = await figureOnHome(visitor);

  await test.step('attendance on a phone: a late entry wants a reason and keeps what was chosen', async () => {
    const phone = await as('yuanxiao', PHONE);
    await phone.goto(`/provider/classes/${held.id}/attendance`);
    await checkPage(phone);
    await phone.getByRole('link', { name: '登记考勤' }).first().click();
    await expect(phone.getByRole('heading', { level: 1 })).toContainText('喂养要点');
    await phone.getByRole('group', { name: first.name }).getByLabel('出勤').tap();
    await phone.getByRole('group', { name: second.name }).getByLabel('迟到', { exact: true }).tap();
    await phone.getByLabel(`“${second.name}”迟到分钟数`).fill('10');
    await phone.getByRole('button', { name: '保存考勤' }).tap();
    await expect(phone.getByText('距上课已超过 7 天，请写明补登理由。').first()).toBeVisible();
    await expect(phone.getByRole('group', { name: second.name }).getByLabel('迟到', { exact: true })).toBeChecked();
    await checkPage(phone);
    await phone.getByLabel('补登理由').fill('签到表当天留在实训室');
    await phone.getByRole('button', { name: '保存考勤' }).tap();
    await expect(phone.getByText('已保存 2 人的考勤。')).toBeVisible();
  });

  const teacher = await as('yuanxiao');
  await test.step('attendance by keyboard', async () => {
    await teacher.goto(`/provider/classes/${held.id}/attendance/${held.lessons[1]?.id}`);
    const present = teacher.getByLabel('出勤');
    await expect(async () => {
      await present.first().focus();
      await teacher.keyboard.press('1');
      await expect(present.first()).toBeChecked({ timeout: 500 });
    }, 'a digit chooses, once the page has come alive').toPass();
    await expect(present.last()).toBeFocused();
    await teacher.keyboard.press('1');
    await teacher.getByRole('button', { name: '保存考勤' }).press('Enter');
    await expect(teacher.getByText('已保存 2 人的考勤。')).toBeVisible();
    await checkPage(teacher);
    const minutes = await sql`
      select sum(minutes_credited)::int as credited from attendance a join enrolment e on e.id = a.enrolment_id
      where e.class_id = ${held.id} group by a.enrolment_id order by 1`;
    expect(minutes.map(({ credited }) => credited)).toEqual([170, 180]);
  });

  await test.step('scores come from Excel by the clipboard, and a wrong line is named', async () => {
    await teacher.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await teacher.goto(`/provider/classes/${held.id}/scores`);
    await checkPage(teacher);
    const copied = `姓名\t理论成绩\t实操成绩\n${first.name}\t88\t92\n${second.name}\t75\t81.5\n无此人\t60\t60`;
    await teacher.evaluate((text) => navigator.clipboard.writeText(text), copied);
    await teacher.getByLabel('粘贴内容').focus();
    await teacher.keyboard.press('Control+V');
    await teacher.getByRole('button', { name: '核对' }).click();
    await expect(teacher.getByText('第 4 行：本班没有“无此人”。')).toBeVisible();
    await checkPage(teacher);
    await teacher.getByRole('button', { name: '登记这 2 人的成绩' }).click();
    await expect(teacher.getByText('已保存 4 项成绩。')).toBeVisible();
  });

  await test.step('the college hands in, the district sees the evidence and approves', async () => {
    await teacher.goto(`/provider/classes/${held.id}/closing`);
    await expect(teacher.getByText('合格 2 人，不合格 0 人，缺训 0 人，待定 0 人')).toBeVisible();
    await checkPage(teacher);
    await teacher.getByRole('button', { name: '提交结班' }).click();
    await expect(teacher.getByText('结班已提交，请等待审核。')).toBeVisible();
    const officer = await as('quwei');
    await officer.goto(`/commission/closings/${held.id}`);
    await expect(officer.getByText('材料齐全，每人都有确定的结果。')).toBeVisible();
    await checkPage(officer);
    await confirm(officer, '通过并发证');
    await expect(officer.getByText('已结班：合格 2 人，不合格 0 人，缺训 0 人。')).toBeVisible();
  });
  await expect.poll(() => figureOnHome(visitor), { timeout: 30_000 }).toBe(before + 2);

  let code = '';
  await test.step('the trainee opens her certificate, with a code to scan', async () => {
    const trainee = await as(null, PHONE);
    await signIn(trainee, first.phone);
    await trainee.goto('/me/record');
    await checkPage(trainee);
    await trainee.getByRole('link', { name: '查看和打印证书' }).click();
    const picture = trainee.getByRole('img', { name: /^核验二维码/ });
    await expect(picture).toBeVisible();
    await checkPage(trainee);
    await trainee.emulateMedia({ media: 'print' });
    await expect(trainee.getByRole('banner')).toBeHidden();
    await expect(picture).toBeVisible();
    code = (await trainee.getByText(/核验码：/).innerText()).match(/[0-9A-Z]{6}-[0-9A-Z]{6}-[0-9A-Z]{6}/)?.[0] ?? '';
  });

  await test.step('a visitor checks it, and a code that does not exist', async () => {
    await visitor.goto('/verify');
    await visitor.getByLabel('核验码').fill(code.replaceAll('-', ' ').toLowerCase());
    await visitor.getByRole('button', { name: '核验' }).click();
    await expect(visitor.getByText('此证书真实有效。')).toBeVisible();
    await expect(visitor.getByText('陈**')).toBeVisible();
    await expect(visitor.getByText(first.name)).toHaveCount(0);
    await checkPage(visitor);
    await visitor.goto('/verify/ZZZZZZ-ZZZZZZ-ZZZZZZ');
    await expect(visitor.getByText('没有找到这个核验码对应的证书。')).toBeVisible();
    await checkPage(visitor);
  });

  await test.step('the district revokes it: the check says so and the figure is one less', async () => {
    const { id } = await row<{ id: string }>(sql`
      select c.id from completion c where c.class_id = ${held.id} and c.person_id = ${first.personId}`);
    const officer = await as('quwei');
    await officer.goto(`/commission/person-times/${id}`);
    await checkPage(officer);
    await confirm(officer, '撤销结业', '考勤材料经核查不实');
    await expect(officer.getByText('此人次已不再计入', { exact: false })).toBeVisible();
    await checkPage(officer);
    await visitor.goto(`/verify/${code}`);
    await expect(visitor.getByText('此证书曾经发出，现已撤销，不再有效。')).toBeVisible();
    await expect.poll(() => figureOnHome(visitor), { timeout: 30_000 }).toBe(before + 1);
    const entries = await sql`select kind, delta from completion_entry where completion_id = ${id} order by at`;
    expect([...entries]).toEqual([
      { kind: 'completed', delta: 1 },
      { kind: 'revoked', delta: -1 },
    ]);
  });
});
