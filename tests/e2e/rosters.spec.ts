import { anEngagement, aPerson } from '#db/seed/builders/people';
import { checkPage } from './support/check-page';
import { aTraineeWhoSignsIn, db, organisationOf, sql } from './support/scene';
import { expect, test } from './support/test';

test('a worker claims a post, the institution confirms it, and she disputes what it entered', async ({ as }) => {
  const house = await organisationOf('jigou');
  const her = await aTraineeWhoSignsIn();
  const page = await as(her.phone);
  await page.goto(`/me/posts?district=110105&q=${encodeURIComponent(house.name)}`);
  await checkPage(page);
  await page.getByLabel(house.name).check();
  await page.getByLabel('岗位', { exact: true }).selectOption('caregiver');
  await page.getByLabel('入职日期', { exact: true }).fill('2025-09-01');
  await page.getByRole('button', { name: '提交认领' }).click();
  await expect(page.getByText('认领已提交，等待机构确认。')).toBeVisible();

  const office = await as('jigou');
  await office.goto('/institution/answers');
  await checkPage(office);
  const claim = office.locator('section', { has: office.getByRole('heading', { name: her.name, level: 2 }) }).last();
  await claim.getByRole('button', { name: '确认属实' }).click();
  await expect(office.getByText('已确认，人员已登记到名单。')).toBeVisible();
  const [post] = await sql`select start_on::text, is_main_post from engagement where person_id = ${her.personId}`;
  expect(post).toEqual({ start_on: '2025-09-01', is_main_post: true });

  await page.goto('/me/posts');
  await page.locator('summary', { hasText: '提出异议' }).click();
  await page.getByLabel('日期不对').check();
  await page.getByLabel(/^正确的入职日期/).fill('2025-10-01');
  await page.getByLabel('情况说明').fill('九月在试岗，十月正式入职');
  await page.getByRole('button', { name: '提出异议' }).click();
  await expect(page.getByText(/异议已提交，机构须在 .* 前答复。/)).toBeVisible();
  await checkPage(page);
  await office.goto('/institution/answers');
  const dispute = office.locator('section', { has: office.getByRole('heading', { name: her.name, level: 2 }) }).last();
  await dispute.locator('summary', { hasText: '采纳并更正' }).click();
  await dispute.getByLabel('理由').first().fill('已核对合同');
  await dispute.getByRole('button', { name: '采纳并更正' }).click();
  await expect(office.getByText('已采纳，任职记录已更正。')).toBeVisible();
  const [mended] = await sql`select start_on::text from engagement where person_id = ${her.personId}`;
  expect(mended?.start_on).toBe('2025-10-01');
});

test('an institution confirms what its page shows, and not a list that changed meanwhile', async ({ as }) => {
  const house = await organisationOf('jigou');
  const page = await as('jigou');
  await page.goto('/institution/staff');
  await page.locator('summary', { hasText: '确认名单无误' }).click();
  await checkPage(page);
  await anEngagement(db, { personId: (await aPerson(db, { isDemo: true })).id, institutionId: house.id });
  await page.getByRole('button', { name: '确认名单无误' }).click();
  await expect(page.getByText('名单在您查看之后有变动，请按最新名单核对后再确认。').first()).toBeVisible();
  await page.goto('/institution/staff');
  await page.locator('summary', { hasText: '确认名单无误' }).click();
  await page.getByRole('button', { name: '确认名单无误' }).click();
  await expect(page.getByText('花名册已确认，请按期再次确认。')).toBeVisible();
});

test('a district finds two records of one person and makes them one', async ({ as }) => {
  const house = await organisationOf('jigou');
  const kept = await aPerson(db, { isDemo: true });
  const passport = `E${String(Date.now()).slice(-8)}`;
  const other = await aPerson(db, { isDemo: true, name: kept.name, idType: 'passport', idNumber: passport });
  await anEngagement(db, { personId: other.id, institutionId: house.id });
  const page = await as('quwei');
  const find = async (type: string, number: string) => {
    await page.getByLabel('证件类型').selectOption(type);
    await page.getByLabel('证件号码', { exact: true }).fill(number);
    await page.getByRole('button', { name: '查询' }).first().click();
  };
  await page.goto('/commission/people');
  await checkPage(page);
  await find('resident_id', kept.idNumber);
  await page.getByRole('link', { name: '作为保留的档案' }).click();
  await expect(page.getByText('已选保留')).toBeVisible();
  await find('passport', passport);
  await page.getByRole('link', { name: '并入所选档案' }).click();
  await checkPage(page);
  await page.locator('summary', { hasText: '确认是同一个人，合并' }).click();
  await page.getByLabel('理由').fill('身份证与护照为同一人');
  await page.getByRole('button', { name: '确认是同一个人，合并' }).click();
  await expect(page.getByText('两份档案已合并。')).toBeVisible();
  await find('passport', passport);
  await expect(page.getByRole('row').filter({ hasText: kept.idNumberMasked })).toBeVisible();
});
