import { aMembership, anAccount } from '#db/seed/builders/accounts';
import { anInstitution } from '#db/seed/builders/organisations';
import { checkPage } from './support/check-page';
import { dayFromNow, db, row, sql, unique } from './support/scene';
import { PASSWORD, signIn } from './support/sign-in';
import { confirm } from './support/steps';
import { expect, test } from './support/test';

/** An institution of Chaoyang, and the phone number with which its administrator signs in. */
async function ownInstitution() {
  const place = await anInstitution(db, { name: `旅程托育中心${unique()}`, address: '演示路1号', isDemo: true });
  const account = await anAccount(db, { username: `jigou${unique()}`, password: PASSWORD, isDemo: true });
  await aMembership(db, { accountId: account.id, organisationId: place.id, role: 'institution_admin' });
  return { place, userName: account.username ?? '' };
}

const periodsOf = (id: string) =>
  sql`select from_on, until_on, filing_status, operator_type, district_code from institution_period where institution_id = ${id} order by from_on`;

test('an institution proposes a change, its district returns it, then accepts it, and the file says so', async ({ as, page }) => {
  const { place, userName } = await ownInstitution();
  await signIn(page, userName);
  await page.goto('/institution/file');
  await checkPage(page);
  const propose = async (address: string) => {
    await page.locator('summary', { hasText: '提交申报' }).click();
    await page.getByLabel('机构性质').selectOption('营利性企业');
    await page.getByLabel('地址', { exact: true }).fill(address);
    await page.getByLabel('联系人').fill('办公室');
    await page.getByLabel('联系电话').fill('010-65550100');
    await page.getByRole('button', { name: '提交申报' }).click();
    await expect(page.getByText('变更申报已提交，请等待区卫生健康委审核。')).toBeVisible();
  };
  await propose('演示路2号');
  await checkPage(page);

  const officer = await as('quwei');
  await officer.goto(`/commission/institutions?q=${encodeURIComponent(place.name)}`);
  await officer.getByRole('link', { name: place.name }).click();
  await expect(officer.getByText('机构申报了变更，请在')).toBeVisible();
  await checkPage(officer);
  await confirm(officer, '退回申报', '请补充租赁合同');
  await expect(officer.getByText('变更申报已退回。')).toBeVisible();
  await page.reload();
  await expect(page.getByText('请补充租赁合同').first()).toBeVisible();
  await propose('演示路3号');
  await officer.reload();
  await confirm(officer, '采纳变更');
  await expect(officer.getByText('变更已采纳，档案已更新。')).toBeVisible();
  await checkPage(officer);
  expect(await row(sql`select address, contact_name from organisation where id = ${place.id}`)).toEqual({
    address: '演示路3号',
    contact_name: '办公室',
  });
});

test('a move to another district takes the file along and leaves the history', async ({ as }) => {
  const { place } = await ownInstitution();
  const officer = await as('quwei');
  await officer.goto(`/commission/institutions/${place.id}`);
  const step = officer.getByRole('group').filter({ has: officer.locator('summary', { hasText: '迁址' }) });
  await step.locator('summary').click();
  await step.getByLabel('所属区').selectOption('海淀区');
  await step.getByLabel('街道（乡镇）').fill('上地街道');
  await step.getByLabel('地址', { exact: true }).fill('上地演示路1号');
  await step.getByLabel('自哪一天起').fill(dayFromNow(-10));
  await step.getByLabel('理由').fill('租约到期');
  await step.getByRole('button', { name: '迁址' }).click();
  await expect(officer.getByText('迁址已登记，档案已转至迁入区。')).toBeVisible();
  await officer.goto(`/commission/institutions?q=${encodeURIComponent(place.name)}`);
  await expect(officer.getByText('没有符合条件的托育机构')).toBeVisible();
  await officer.goto(`/commission/institutions?q=${encodeURIComponent(place.name)}&state=moved_away`);
  await officer.getByRole('link', { name: place.name }).click();
  await expect(officer.getByText('迁往海淀区')).toBeVisible();
  await checkPage(officer);

  const other = await as('quwei2');
  await other.goto(`/commission/institutions/${place.id}`);
  await confirm(other, '核准变更', '已现场核实');
  await expect(other.getByText('备案状态已更新。')).toBeVisible();
  expect(await periodsOf(place.id)).toMatchObject([
    { district_code: '110105', until_on: dayFromNow(-10), filing_status: 'filed' },
    { district_code: '110108', filing_status: 'changed_pending' },
    { district_code: '110108', until_on: null, filing_status: 'filed' },
  ]);
});

test('anybody finds filed institutions by district, on the map and in the list beside it', async ({ page }) => {
  await page.goto('/institutions');
  await checkPage(page);
  await page
    .getByRole('navigation', { name: '各区分布' })
    .getByRole('link', { name: /^朝阳区/ })
    .click();
  await expect(page).toHaveURL(/district=110105/);
  await expect(page.getByRole('heading', { name: '朝阳区' })).toBeVisible();
  const known = await row<{ n: number }>(sql`
    select count(*)::int as n from organisation o join institution_file f on f.organisation_id = o.id
    where o.kind = 'institution' and o.status = 'approved' and o.district_code = '110105' and f.closed_on is null
      and o.filing_status in ('filed', 'changed_pending', 'licensed')`);
  await expect(page.getByText(`共 ${known.n} 家`)).toBeVisible();
  await page.getByLabel('普惠').selectOption('普惠');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page).toHaveURL(/inclusive=yes/);
  await checkPage(page);
});
