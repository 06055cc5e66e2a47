import sharp from 'sharp';
import { aMembership, anAccount } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { checkPage } from './support/check-page';
import { dayFromNow, db, row, sql, unique } from './support/scene';
import { PASSWORD, signIn } from './support/sign-in';
import { confirm, reloadUntilVisible } from './support/steps';
import { expect, test } from './support/test';

/** An institution of Chaoyang with somebody who answers for it. */
async function anInstitutionWithAccount() {
  const n = unique();
  const institution = await anInstitution(db, { name: `演示指导园${n}`, isDemo: true });
  const own = await anAccount(db, { username: `zhidao${n}`, displayName: '张园长', password: PASSWORD, isDemo: true });
  await aMembership(db, { accountId: own.id, organisationId: institution.id, role: 'institution_admin' });
  return { institution, userName: `zhidao${n}` };
}

const aPhoto = async () => ({
  name: 'after.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 80, height: 60, channels: 3, background: '#5a7' } })
    .jpeg()
    .toBuffer(),
});

test('a visit is planned, recorded, answered with a photo, confirmed and closed; the institution’s file tells of it', async ({
  as,
  page: house,
  browser,
}) => {
  const { institution, userName } = await anInstitutionWithAccount();
  const officer = await as('quwei');
  await officer.goto(`/commission/institutions/${institution.id}`);
  await officer.getByRole('link', { name: '安排指导' }).click();
  await officer.waitForURL(/\/visits\/new/);
  await officer.getByLabel('计划日期').fill(dayFromNow(0));
  await officer.getByLabel('指导内容或说明').fill('查看消毒记录');
  await checkPage(officer);
  await officer.getByRole('button', { name: '安排', exact: true }).click();
  await expect(officer.getByText('已安排指导。')).toBeVisible();
  await checkPage(officer);
  const { id } = await row<{ id: string }>(sql`select id from guidance_visit where institution_id = ${institution.id}`);

  await signIn(house, userName);
  await house.goto('/me/inbox');
  await reloadUntilVisible(house, house.getByText('查看消毒记录').first());

  // The form for browsers without scripts is the shortest way through the whole checklist.
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await officer.context().storageState() });
  const field = await plain.newPage();
  await field.goto(new URL(`/visits/field?visit=${id}`, officer.url()).href);
  await field.locator('summary', { hasText: '其他问题 1' }).click();
  await field.locator('details', { hasText: '其他问题 1' }).getByLabel('问题').fill('消毒记录缺浓度。');
  await field.getByLabel('指导小结').fill('消毒登记需要补充。');
  await field.getByRole('button', { name: '提交指导记录' }).click();
  await field.waitForURL(new RegExp(`/visits/${id}$`));
  await plain.close();
  const finding = await row<{ id: string }>(sql`select id from guidance_finding where visit_id = ${id}`);
  await officer.goto(`/visits/${id}`);
  await expect(officer.getByText('消毒登记需要补充。')).toBeVisible();
  await expect(officer.getByText('1 个问题尚未整改完毕。')).toBeVisible();
  await checkPage(officer);

  await house.goto('/institution/health-care');
  await house.getByRole('link', { name: '消毒记录缺浓度。' }).click();
  await house.getByLabel('采取的措施和完成时间').fill('已重新印制登记表。');
  await house.getByLabel('整改后照片').setInputFiles(await aPhoto());
  await checkPage(house);
  await house.getByRole('button', { name: '提交', exact: true }).click();
  await expect(house.getByText('已提交，等待指导单位确认。').first()).toBeVisible();
  const photo = house.getByRole('img', { name: '整改照片 1' });
  await expect(photo).toBeVisible();
  expect(await photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(80);
  await checkPage(house);

  await officer.goto('/findings?state=answered');
  await officer.getByRole('row').filter({ hasText: institution.name }).getByRole('link').click();
  await expect(officer.getByText('已重新印制登记表。')).toBeVisible();
  await checkPage(officer);
  await confirm(officer, '退回重新整改', '请写明浓度');
  await expect(officer.getByText('已退回机构。')).toBeVisible();
  await house.reload();
  await expect(house.getByText('上次答复被退回：请写明浓度')).toBeVisible();
  await house.getByLabel('采取的措施和完成时间').fill('已补记浓度和时间。');
  await house.getByRole('button', { name: '提交', exact: true }).click();
  await expect(house.getByText('已提交，等待指导单位确认。').first()).toBeVisible();

  await officer.reload();
  await confirm(officer, '确认已整改');
  await expect(officer.getByText('已确认整改。').first()).toBeVisible();
  await officer.goto(`/visits/${id}`);
  await confirm(officer, '办结');
  await expect(officer.getByText('本次指导已办结。').first()).toBeVisible();
  await checkPage(officer);
  expect(
    await row(
      sql`select v.status, f.status as finding from guidance_visit v join guidance_finding f on f.visit_id = v.id where v.id = ${id}`,
    ),
  ).toEqual({
    status: 'closed',
    finding: 'mended',
  });
  expect(await row(sql`select count(*)::int as n from finding_answer where finding_id = ${finding.id}`)).toEqual({ n: 2 });
  await officer.goto(`/commission/institutions/${institution.id}`);
  await expect(officer.locator('#visits').getByRole('row').filter({ hasText: '已办结' })).toHaveCount(1);
});

test('institutions that are due are planned for in one step', async ({ as }) => {
  const name = `演示待访园${unique()}`;
  await anInstitution(db, { name, isDemo: true });
  const officer = await as('quwei');
  await officer.goto('/visits/due');
  await officer.getByRole('search').getByLabel('机构名称').fill(name);
  await officer.getByRole('button', { name: '查询' }).click();
  await officer.getByLabel(`选择 ${name}`).check();
  await checkPage(officer);
  await officer.getByRole('button', { name: '安排所选机构' }).click();
  await expect(officer.getByText('已安排 1 家机构的指导。')).toBeVisible();
  await officer.goto(`/visits/due?q=${encodeURIComponent(name)}`);
  await expect(officer.getByText('没有应安排的机构')).toBeVisible();
});

test('the city drafts a checklist from the one in force, changes and removes lines, publishes it for a day and takes it back', async ({
  as,
}) => {
  const city = await as('shiwei');
  await city.goto('/commission/checklists');
  await city.getByRole('link', { name: '起草新版' }).click();
  await city.waitForURL(/\/checklists\/new/);
  await city.getByLabel('启用日期').fill(dayFromNow(200 + (unique() % 150)));
  const first = city.getByRole('group', { name: '第 1 项', exact: true });
  await first.getByLabel('内容（中文）').fill('改过的第一项');
  const second = city.getByRole('group', { name: '第 2 项', exact: true });
  await second.getByLabel('内容（中文）').fill('');
  await second.getByLabel('内容（英文）').fill('');
  await checkPage(city);
  await city.getByRole('button', { name: '保存草稿' }).click();
  await expect(city.getByText('草稿已保存。')).toBeVisible();
  await expect(city.getByRole('rowheader', { name: '改过的第一项' })).toBeVisible();
  await confirm(city, '发布');
  await expect(city.getByText('清单已发布。')).toBeVisible();
  const id = city.url().split('/').at(-1) ?? '';
  expect(
    await row(sql`select status, jsonb_array_length(items) - (select jsonb_array_length(items) from guidance_checklist where version = 1) as more
    from guidance_checklist where id = ${id}`),
  ).toEqual({ status: 'published', more: -1 });
  await checkPage(city);
  await confirm(city, '撤回', '端到端测试');
  await expect(city.getByText('清单已撤回。')).toBeVisible();
  const officer = await as('quwei');
  await officer.goto('/commission/checklists');
  await expect(officer.getByRole('link', { name: '起草新版' })).toHaveCount(0);
  await checkPage(officer);
});
