import type { Page } from '@playwright/test';
import { aMembership, anAccount } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { aMajor } from '#db/seed/builders/talent';
import { checkPage } from './support/check-page';
import { dayFromNow, db, organisationOf, row, sql, unique } from './support/scene';
import { PASSWORD, signIn } from './support/sign-in';
import { confirm } from './support/steps';
import { expect, test } from './support/test';

const YEAR = dayFromNow(0).slice(0, 4);
const PDF = { name: '合作协议.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n') };

/** An institution of its own, with the account that answers for it. */
async function ownInstitution() {
  const place = await anInstitution(db, { name: `旅程协作托育${unique()}`, address: '演示路9号', isDemo: true });
  const account = await anAccount(db, { username: `lvcheng${unique()}`, password: PASSWORD, isDemo: true });
  await aMembership(db, { accountId: account.id, organisationId: place.id, role: 'institution_admin' });
  return { institution: place, userName: account.username ?? '' };
}

/** What the figure says, on the page of the commission. */
async function counted(officer: Page): Promise<number> {
  await officer.goto('/commission/programme-points');
  const figure = officer.getByRole('link', { name: /\d+\s*个/ }).first();
  return Number((await figure.textContent())?.replace(/\D/g, ''));
}

test('a college enters a major with its intake, the city confirms it, and the count opens to one more', async ({ as }) => {
  const major = await aMajor(db, { nameZh: `旅程托育专业${unique()}`, source: '演示目录' });
  const officer = await as('shiwei');
  const before = await counted(officer);

  const page = await as('yuanxiao');
  await page.goto('/provider/programmes');
  await checkPage(page);
  await page.getByLabel('专业', { exact: true }).selectOption(major.id);
  await page.getByLabel('已备案').check();
  await page.getByRole('button', { name: '填报专业' }).click();
  await expect(page.getByText('“已备案”须填写备案日期。').first()).toBeVisible();
  await page.getByLabel('备案日期').fill('2024-05-20');
  await page.getByLabel('备案文号').fill('演示备案〔2024〕88号');
  await page.getByRole('button', { name: '填报专业' }).click();
  await expect(page.getByRole('heading', { level: 1, name: major.nameZh })).toBeVisible();
  await page.getByLabel('计划招生数').fill('45');
  await page.getByRole('button', { name: '保存该年数据' }).click();
  await expect(page.getByText('已保存该年数据')).toBeVisible();
  await expect(page.getByText('备案信息已提交，等待市卫生健康委确认。')).toBeVisible();
  await checkPage(page);
  expect(await counted(officer)).toBe(before);

  await officer.goto(`/commission/programme-points?show=waiting&q=${encodeURIComponent(major.nameZh)}`);
  await officer.getByRole('link', { name: major.nameZh }).click();
  await officer.getByRole('button', { name: '确认备案属实' }).click();
  await expect(officer.getByText('已确认，此布点按口径计入')).toBeVisible();
  await checkPage(officer);
  expect(await counted(officer)).toBe(before + 1);
  await officer
    .getByRole('link', { name: /\d+\s*个/ })
    .first()
    .click();
  await expect(officer).toHaveURL(new RegExp(`year=${YEAR}&show=counted`));
  await expect(officer.getByRole('row', { name: new RegExp(major.nameZh) })).toBeVisible();
  await expect(officer.getByRole('table').getByRole('row')).toHaveCount(before + 2);
  await checkPage(officer);

  await officer.getByRole('link', { name: major.nameZh }).click();
  await confirm(officer, '退回院校', '请核对文号');
  await expect(officer.getByText('已退回院校')).toBeVisible();
  expect(await counted(officer)).toBe(before);
  await page.reload();
  await expect(page.getByText('市级已退回：请核对文号')).toBeVisible();
  expect(await row(sql`select confirmed_at, return_reason from programme_point where major_id = ${major.id}`)).toEqual({
    confirmed_at: null,
    return_reason: '请核对文号',
  });
});

test('an agreement goes from the college to the institution, comes back once, and is confirmed', async ({ as, page: office }) => {
  const { institution, userName } = await ownInstitution();
  const college = await organisationOf('yuanxiao');
  const page = await as('yuanxiao');
  await page.goto('/provider/agreements/new');
  await page.getByLabel('机构名称').fill(institution.name);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByLabel(institution.name).check();
  await page.getByRole('button', { name: '选择这家机构' }).click();
  const number = `XQHZ-${unique()}`;
  await page.getByLabel('协议编号').fill(number);
  await page.getByLabel('学生实习').check();
  await page.getByLabel('签订日期').fill(dayFromNow(-5));
  await page.getByLabel('开始日期').fill(dayFromNow(-1));
  await page.getByLabel('结束日期').fill(dayFromNow(700));
  await page.getByLabel('协议文件').setInputFiles(PDF);
  await page.getByRole('button', { name: '提交机构确认' }).click();
  await expect(page.getByText('已提交，等待机构确认')).toBeVisible();
  await checkPage(page);

  await signIn(office, userName);
  await office.goto('/institution/agreements');
  await expect(office.getByText('1 份协议待您确认')).toBeVisible();
  await office.getByRole('link', { name: number }).click();
  await expect(office.getByText(`${college.name}请您确认这份协议。`)).toBeVisible();
  await checkPage(office);
  const file = await office.request.get(
    `${new URL(office.url()).origin}${await office.getByRole('link', { name: /打开文件/ }).getAttribute('href')}`,
  );
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
  await confirm(office, '不同意', '缺少附件');
  await expect(office.getByText('已告知院校')).toBeVisible();

  await page.reload();
  await expect(page.getByText('机构未同意：缺少附件')).toBeVisible();
  await page.getByLabel('备注').fill('已补附件');
  await page.getByRole('button', { name: '修改后重新提交' }).click();
  await expect(page.getByText('已重新提交机构确认')).toBeVisible();
  await office.reload();
  await office.getByRole('button', { name: '确认协议' }).click();
  await expect(office.getByText('协议已确认')).toBeVisible();
  await checkPage(office);
  await page.reload();
  await expect(page.getByText('履行中').first()).toBeVisible();
  expect(await row(sql`select status, remark from cooperation_agreement where number = ${number}`)).toEqual({
    status: 'confirmed',
    remark: '已补附件',
  });
});
