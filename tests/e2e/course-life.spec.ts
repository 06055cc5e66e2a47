import type { Page } from '@playwright/test';
import { checkPage } from './support/check-page';
import { dayFromNow, row, sql, unique } from './support/scene';
import { expect, test } from './support/test';

const title = `回应性照护工作坊 ${unique()}`;
const classCode = `E2E-${unique()}`;
const reason = '请把“喂养”模块的实操安排写具体。';
const statusOf = () => row<{ status: string }>(sql`select status from course where title = ${title}`);

async function fillLesson(page: Page, at: number, lesson: Record<'日期' | '开始' | '结束' | '内容' | '类型', string>) {
  const fields = page.getByRole('group', { name: `第 ${at} 次课` });
  await fields.getByLabel('日期').fill(lesson.日期);
  await fields.getByLabel('开始').fill(lesson.开始);
  await fields.getByLabel('结束').fill(lesson.结束);
  await fields.getByLabel('内容').fill(lesson.内容);
  await fields.getByLabel('类型').selectOption({ label: lesson.类型 });
}

test('a course goes from the outline over a returned draft to an open class that visitors find', async ({ as }) => {
  test.setTimeout(120_000);
  const provider = await as('yuanxiao');
  await test.step('the college drafts from the outline', async () => {
    await provider.goto('/provider/courses/new');
    await checkPage(provider);
    await provider.getByLabel('课程名称').fill(title);
    await provider.getByLabel('保育人员').check();
    await provider.getByLabel('授课方式').selectOption({ label: '线下' });
    await expect(provider.getByLabel('从培训大纲开始')).toBeChecked();
    await provider.getByRole('button', { name: '建立草稿' }).click();
    await expect(provider.getByText('已完全覆盖大纲要求的学时、模块和知识点。')).toBeVisible();
    await checkPage(provider);
  });

  await test.step('a gap against the outline is named, and closed again', async () => {
    const first = provider.getByRole('group', { name: '第 1 个模块' });
    const hours = await first.getByLabel('理论').inputValue();
    await provider.getByLabel('培训对象').fill('托育机构保育人员');
    await provider.getByLabel('课程简介').fill('学习回应性照护的要点，并在实训室练习。');
    await provider.getByLabel('联系人').fill('教务办公室');
    await provider.getByLabel('联系电话').fill('010-65550100');
    await first.getByLabel('理论').fill('1');
    await provider.getByRole('button', { name: '保存草稿' }).click();
    await expect(provider.getByText(/模块“.+”理论少/)).toBeVisible();
    await checkPage(provider);
    await first.getByLabel('理论').fill(hours);
    await provider.getByRole('button', { name: '保存草稿' }).click();
    await expect(provider.getByText('已完全覆盖大纲要求的学时、模块和知识点。')).toBeVisible();
    await provider.getByRole('link', { name: '返回课程页' }).click();
    await provider.getByRole('button', { name: '提交审核' }).click();
    await expect(provider.getByText(/朝阳区卫生健康委应于 \d{4}-\d{2}-\d{2} 前办理/)).toBeVisible();
    expect(await statusOf()).toEqual({ status: 'submitted' });
  });

  const officer = await as('quwei');
  const openForReview = async () => {
    await officer.goto('/commission');
    await officer.getByRole('link', { name: title }).click();
  };
  await test.step('the district returns it with a reason', async () => {
    await openForReview();
    await checkPage(officer);
    await officer.getByRole('button', { name: '退回修改' }).click();
    await expect(officer.getByRole('alert')).toContainText('退回时请写明需要修改的内容。');
    await officer.getByLabel('需要修改的内容').fill(reason);
    await officer.getByRole('button', { name: '退回修改' }).click();
    await expect(officer.getByText('已退回培训单位。')).toBeVisible();
    expect(await statusOf()).toEqual({ status: 'returned' });
  });

  await test.step('the college reads it, mends and hands in again', async () => {
    await provider.goto('/provider');
    await provider
      .getByRole('link', { name: new RegExp(title) })
      .or(provider.getByText(title).locator('..').getByRole('link'))
      .first()
      .click();
    await expect(provider.getByText(reason).first()).toBeVisible();
    await provider.getByRole('link', { name: '修改内容' }).first().click();
    await provider.getByLabel('课程简介').fill('学习回应性照护的要点，在实训室分组练习喂养和安抚。');
    await provider.getByRole('button', { name: '保存并提交审核' }).click();
    await expect(provider.getByText('已提交审核，请等待结果。')).toBeVisible();
  });

  await test.step('the district approves, the college publishes', async () => {
    await openForReview();
    await officer.getByRole('button', { name: '通过', exact: true }).click();
    await expect(officer.getByText('已通过，形成第 1 版。')).toBeVisible();
    await provider.reload();
    await provider.getByRole('button', { name: '公开课程' }).click();
    await expect(provider.getByText('课程已公开。', { exact: true })).toBeVisible();
    expect(await statusOf()).toEqual({ status: 'published' });
  });

  await test.step('the college opens a class with lessons', async () => {
    await provider.getByRole('link', { name: '开设班期' }).click();
    await provider.getByLabel('班期编号').fill(classCode);
    await provider.getByLabel('地点').first().fill('第九实训室');
    await provider.getByLabel('名额', { exact: true }).fill('20');
    await provider.getByLabel('报名截止日').fill(dayFromNow(10));
    await fillLesson(provider, 1, { 日期: dayFromNow(14), 开始: '09:00', 结束: '12:00', 内容: '喂养与安抚', 类型: '理论' });
    await fillLesson(provider, 2, { 日期: dayFromNow(14), 开始: '13:30', 结束: '16:30', 内容: '分组实操', 类型: '实践' });
    await checkPage(provider);
    await provider.getByRole('button', { name: '开设班期' }).click();
    await expect(provider.getByText('班期已开设。')).toBeVisible();
    await checkPage(provider);
    const stored = await row<{ lessons: number }>(
      sql`select count(*)::int as lessons from lesson l join training_class c on c.id = l.class_id where c.code = ${classCode}`,
    );
    expect(stored.lessons).toBe(2);
  });

  await test.step('a visitor finds it by Chinese words', async () => {
    const visitor = await as(null);
    await visitor.goto('/courses');
    await visitor.getByLabel('关键词').fill(title);
    await visitor.getByRole('button', { name: '查询' }).click();
    await visitor.getByRole('main').getByRole('link', { name: title }).click();
    await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await checkPage(visitor);
    await visitor.getByRole('link', { name: '查看并报名' }).click();
    await expect(visitor.getByText('第九实训室').first()).toBeVisible();
    await checkPage(visitor);
  });
});
