import { aClass } from '#db/seed/builders/classes';
import { aCourse } from '#db/seed/builders/courses';
import { anEnrolment } from '#db/seed/builders/enrolments';
import { aFeedback, aLecturer } from '#db/seed/builders/lecturers';
import { checkPage } from './support/check-page';
import { anOpenClass, aTraineeWhoSignsIn, dayFromNow, db, organisationOf, row, sql, unique } from './support/scene';
import { expect, test } from './support/test';

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test('a college proposes a lecturer, its district approves her, and a lesson names her', async ({ as }) => {
  // Names of the demo's people have three signs; four keep this one apart from them.
  const name = `欧阳文${String.fromCodePoint(0x4e00 + (unique() % 5_000))}`;
  const college = await as('yuanxiao');
  await test.step('the proposal says what is missing, then waits', async () => {
    await college.goto('/provider/lecturers');
    await checkPage(college);
    await college.getByRole('link', { name: '申报师资' }).click();
    await college.waitForURL('**/provider/lecturers/new');
    await college.getByLabel('姓名', { exact: true }).fill(name);
    await college.getByLabel('工作单位').fill('演示儿童医院');
    await college.getByLabel('职称、学历和资质').fill('副主任医师');
    await college.getByRole('button', { name: '提交审核' }).click();
    await expect(college.getByText('授课领域：此项必填，请填写。')).toBeVisible();
    await college.getByLabel('卫生保健').check();
    await college.getByRole('button', { name: '提交审核' }).click();
    await expect(college.getByText('等待朝阳区卫生健康委审核。')).toBeVisible();
    await checkPage(college);
  });
  const { id } = await row<{ id: string }>(sql`select id from lecturer where name = ${name}`);

  await test.step('the officer finds it in her list and approves it for three years', async () => {
    const officer = await as('quwei');
    await officer.goto(`/commission/lecturers?state=to_decide&q=${encodeURIComponent(name)}`);
    await checkPage(officer);
    await officer.getByRole('link', { name }).click();
    await expect(officer.getByText('请审核此入库申请。')).toBeVisible();
    await officer.getByRole('button', { name: '通过入库' }).click();
    await expect(officer.getByText('已通过，有效期已更新。')).toBeVisible();
    await checkPage(officer);
    expect(await row(sql`select status from lecturer where id = ${id}`)).toEqual({ status: 'approved' });
  });

  const { id: classId } = await anOpenClass();
  await test.step('a lesson of the college names her, and she is printed', async () => {
    await college.goto(`/provider/classes/${classId}/lessons`);
    await college.locator('[name="lesson.0.heldOn"]').fill(dayFromNow(24));
    await college.locator('[name="lesson.0.from"]').fill('09:00');
    await college.locator('[name="lesson.0.until"]').fill('10:30');
    await college.locator('[name="lesson.0.title"]').fill('晨检与日常观察');
    await college.locator('[name="lesson.0.lecturerId"]').selectOption({ value: id });
    await college.getByRole('button', { name: '添加课次' }).click();
    await expect(college.getByText('已添加 1 次课。')).toBeVisible();
    await expect(college.getByRole('cell', { name, exact: true })).toBeVisible();
    await checkPage(college);
    const named = await row(sql`select lecturer, lecturer_id from lesson where class_id = ${classId} and title = '晨检与日常观察'`);
    expect(named).toEqual({ lecturer: name, lecturer_id: id });
  });

  await test.step('her page counts the lesson', async () => {
    await college.goto(`/provider/lecturers/${id}`);
    await expect(college.getByText('已排未上 1 次课')).toBeVisible();
    await checkPage(college);
  });
});

test('ratings of a class are hidden at four and shown at five', async ({ as }) => {
  const college = await organisationOf('yuanxiao');
  const lecturer = await aLecturer(db, { organisationId: college.id, isDemo: true });
  const course = await aCourse(db, { providerId: college.id, title: `婴幼儿照护回访 ${unique()}` });
  const lessons = [{ on: dayFromNow(-3), from: '09:00', until: '10:30', lecturerId: lecturer.id, lecturer: lecturer.name }];
  const trainingClass = await aClass(db, { course, lessons, isDemo: true });
  for (let n = 0; n < 4; n += 1) {
    const enrolment = await anEnrolment(db, { trainingClass, status: 'attending' });
    await aFeedback(db, {
      enrolmentId: enrolment.id,
      classId: trainingClass.id,
      points: 3,
      lecturerIds: [lecturer.id],
      remark: '节奏有点快',
    });
  }
  const her = await aTraineeWhoSignsIn();
  const { id } = await anEnrolment(db, { trainingClass, personId: her.personId, status: 'attending', isPreService: true, role: null });
  const page = await as('yuanxiao');
  await test.step('four answers: nothing of them is shown', async () => {
    await page.goto(`/provider/classes/${trainingClass.id}/feedback`);
    await expect(page.getByText('评价不足 5 份，暂不显示')).toBeVisible();
    await expect(page.getByText('节奏有点快')).toHaveCount(0);
    await checkPage(page);
  });

  const trainee = await as(her.phone, phone);
  await test.step('the fifth answers on her phone, once', async () => {
    await trainee.goto('/me');
    await trainee.getByRole('link', { name: '去评价' }).click();
    await checkPage(trainee);
    await trainee.getByRole('button', { name: '提交评价' }).click();
    await expect(trainee.getByText('请选择 1 至 5 分。').first()).toBeVisible();
    for (const group of ['课程内容', '授课效果', '组织服务', `授课：${lecturer.name}`])
      await trainee.getByRole('group', { name: group }).getByRole('radio', { name: /^5 分/ }).check();
    await trainee.getByLabel('意见和建议').fill('案例贴近工作');
    await trainee.getByRole('button', { name: '提交评价' }).click();
    await expect(trainee.getByText('您已评价，谢谢。')).toBeVisible();
    await checkPage(trainee);
    const [given] = await sql`select event.data::text as data from event where name = 'feedback.given' and subject_id = ${id}`;
    expect(given?.data).not.toContain('案例');
  });

  await test.step('five answers: means, lecturer and remarks', async () => {
    await page.reload();
    await expect(page.getByText('5 人评价，占到课学员 5 人的 100.0%。')).toBeVisible();
    await expect(page.getByRole('row', { name: /课程内容/ })).toContainText('3.4');
    await expect(page.getByText('案例贴近工作')).toBeVisible();
    await checkPage(page);
  });
});
