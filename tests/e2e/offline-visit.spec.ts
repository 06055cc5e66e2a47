import type { Browser, Page } from '@playwright/test';
import { guidanceVisit } from '#db/schema';
import { anInstitution } from '#db/seed/builders/organisations';
import { newId } from '~/domain/shared/id';
import { beijingDate } from '~/domain/shared/period';
import { checkPage } from './support/check-page';
import { db, organisationOf, sql, unique } from './support/scene';
import { fillSignIn, PASSWORD, SECOND_FACTOR, signIn } from './support/sign-in';
import { expect, test } from './support/test';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** What a browser notes about a request without a network is no fault of the page. */
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|Failed to fetch/;

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

/** Two institutions of Chaoyang, to one of which its officers have planned a visit today. */
async function aPlan() {
  const commission = await organisationOf('quwei');
  const [planned, further] = await Promise.all(
    ['计划', '临时'].map((word) => anInstitution(db, { name: `朝阳${word}托育园${unique()}（演示）`, isDemo: true })),
  );
  if (!planned || !further || !commission.districtCode) throw new Error('the demo has no district');
  const id = newId();
  await db.insert(guidanceVisit).values({
    ...{ id, institutionId: planned.id, districtCode: commission.districtCode, organisationId: commission.id },
    ...{ kind: 'routine', status: 'planned', plannedOn: beijingDate(new Date()), createdAt: new Date() },
  });
  return { id, planned, further };
}

/** A phone of its own, whose sign-in nobody else uses. */
async function aPhone(browser: Browser, baseURL: string | undefined, noted: string[]): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  context.on('console', (message) => {
    if (message.type() === 'error' && !NO_NETWORK.test(message.text())) noted.push(message.text());
  });
  context.on('weberror', (error) => noted.push(error.error().message));
  const page = await context.newPage();
  await signIn(page, 'quwei');
  return page;
}

const isOffline = (page: Page) =>
  page.evaluate(() =>
    fetch('/healthz').then(
      () => false,
      () => true,
    ),
  );
const card = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const visitsAt = async (institutionId: string) =>
  sql<{ id: string; status: string; photos: number; findings: number }[]>`
    select v.id, v.status, (select count(*)::int from guidance_photo where visit_id = v.id) photos,
      (select count(*)::int from guidance_finding where visit_id = v.id) findings
    from guidance_visit v where v.institution_id = ${institutionId}`;

async function fillIn(page: Page, note: string): Promise<void> {
  const marks = page.getByRole('radio', { name: '符合' });
  await expect(page.getByRole('heading', { name: /^检查清单/ })).toBeVisible();
  const lines = await marks.count();
  expect(lines).toBeGreaterThan(10);
  for (let at = 1; at < lines; at += 1) await marks.nth(at).check({ force: true });
  await page.getByRole('radio', { name: '有问题' }).first().check({ force: true });
  await page.getByLabel('情况说明').first().fill(note);
  await page
    .getByRole('button', { name: /^登记需整改的问题/ })
    .first()
    .click();
  await expect(page.getByRole('group', { name: '需整改的问题' }).getByLabel('问题', { exact: true })).toHaveValue(note);
}

const finish = (page: Page) => page.getByRole('button', { name: '完成，联网后发送' }).click();

test('two visits written down without a network are on the platform once, after a new sign-in', async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const noted: string[] = [];
  const { id, planned, further } = await aPlan();
  const page = await aPhone(browser, baseURL, noted);
  const context = page.context();
  /** Records as they left the phone with a valid sign-in. */
  const sent: { type: string; body: Buffer }[] = [];
  context.on('requestfinished', async (request) => {
    const body = request.postDataBuffer();
    if (!request.url().endsWith('/visits/sync') || body === null) return;
    if ((await request.response())?.status() === 200) sent.push({ type: request.headers()['content-type'] ?? '', body });
  });

  await page.goto('/visits/field');
  await expect(page.getByText(/^本页已可离线打开。/)).toBeVisible();
  await checkPage(page);

  await context.setOffline(true);
  expect(await isOffline(page), 'the network is cut').toBe(true);
  await page.reload();
  await expect(page.getByText('当前没有网络。')).toBeVisible();

  await test.step('the planned one, with a photo, across a reload', async () => {
    await card(page, planned.name).getByRole('button', { name: '开始记录' }).click();
    await expect(page.getByRole('heading', { level: 2, name: planned.name })).toBeVisible();
    await fillIn(page, '消毒登记缺两天');
    await page
      .getByRole('group', { name: '现场照片' })
      .getByLabel('从相册选择')
      .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: PICTURE });
    await expect(page.getByRole('img', { name: '照片 1' })).toBeVisible();
    await checkPage(page);
    await page.reload();
    await expect(page.getByLabel('情况说明').first()).toHaveValue('消毒登记缺两天');
    await expect(page.getByRole('img', { name: '照片 1' })).toBeVisible();
    await finish(page);
    await expect(card(page, planned.name).getByText('等待发送')).toBeVisible();
  });

  await test.step('one that nobody planned', async () => {
    await page.getByLabel('机构名称').fill(further.name.slice(0, -4));
    await page.getByRole('button', { name: `开始记录 ${further.name}` }).click();
    await fillIn(page, '门口积水');
    await page.getByLabel('指导小结').last().fill('已现场指导。');
    await finish(page);
    await expect(page.getByText('等待发送')).toHaveCount(2);
    await checkPage(page);
  });

  await test.step('the sign-in ends meanwhile: nothing is lost, nothing is sent', async () => {
    const sessions = (await context.cookies()).map(({ value }) => value);
    const ended = await sql`delete from session where id in ${sql(sessions)} returning id`;
    expect(ended).toHaveLength(1);
    await context.setOffline(false);
    await expect(page.getByText('登录已失效，待发送的内容仍保存在本机。')).toBeVisible();
    expect(await visitsAt(further.id)).toEqual([]);
    await checkPage(page);
  });

  await test.step('signed in again, both are there once', async () => {
    await page.getByRole('link', { name: '重新登录' }).click();
    await page.waitForURL(/\/sign-in/);
    await fillSignIn(page, 'quwei', PASSWORD);
    await page.getByLabel('动态验证码').fill(SECOND_FACTOR);
    await page.getByRole('button', { name: '验证并进入' }).click();
    await expect(page).toHaveURL(/\/visits\/field/);
    await expect(page.getByRole('heading', { name: '最近发送' })).toBeVisible();
    await expect(page.getByText('等待发送')).toHaveCount(0);
    await expect(page.getByRole('link', { name: planned.name })).toBeVisible();
    await expect(page.getByRole('link', { name: further.name })).toBeVisible();
    expect(await visitsAt(planned.id)).toEqual([{ id, status: 'recorded', photos: 1, findings: 1 }]);
    expect(await visitsAt(further.id)).toMatchObject([{ status: 'recorded', photos: 0, findings: 1 }]);
    await checkPage(page);
  });

  await test.step('sent once more, nothing doubles', async () => {
    const before = await visitsAt(planned.id);
    expect(sent).toHaveLength(2);
    for (const { type, body } of sent) {
      const answer = await context.request.post('/visits/sync', { headers: { 'content-type': type }, data: body });
      expect([answer.status(), await answer.json()]).toEqual([200, { state: 'kept' }]);
    }
    const [kept] = await sql`select p.id, p.uploaded_by, v.organisation_id from guidance_photo p join guidance_visit v on v.id = p.visit_id
      where v.id = ${id}`;
    const from = { accountId: kept?.uploaded_by, organisationId: kept?.organisation_id, visitId: id, findingId: '' };
    const file = { name: 'photo.png', mimeType: 'image/png', buffer: PICTURE };
    const again = await context.request.post(`/guidance-photos/${kept?.id}`, { multipart: { ...from, file } });
    expect([again.status(), await again.json()]).toEqual([200, { state: 'kept' }]);
    expect(await visitsAt(planned.id)).toEqual(before);
    expect(await visitsAt(further.id)).toHaveLength(1);
  });

  await page.getByRole('link', { name: planned.name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(planned.name);
  await expect(page.getByText('消毒登记缺两天').first()).toBeVisible();
  await context.close();
  expect(noted, 'the console stays quiet').toEqual([]);
});

test('what one account wrote, another on the same phone never sees', async ({ browser, baseURL }) => {
  const noted: string[] = [];
  const { planned } = await aPlan();
  const page = await aPhone(browser, baseURL, noted);
  await page.goto('/visits/field');
  await expect(page.getByText(/^本页已可离线打开。/)).toBeVisible();
  await card(page, planned.name).getByRole('button', { name: '开始记录' }).click();
  await page.getByLabel('机构接待人').fill('李老师');
  await page.getByRole('button', { name: '返回列表' }).click();
  await expect(page.getByRole('heading', { name: '填写中' })).toBeVisible();

  await page
    .getByRole('banner')
    .getByLabel(/^账号菜单/)
    .click();
  await page.getByRole('banner').getByRole('button', { name: '退出' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/visits'));
  expect(await page.evaluate(() => caches.has('visits-field')), 'no page is left that opens without a sign-in').toBe(false);

  await signIn(page, 'quwei2');
  await page.goto('/visits/field');
  await expect(page.getByRole('heading', { name: '我的指导计划' })).toBeVisible();
  await expect(page.getByText(planned.name)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '填写中' })).toHaveCount(0);

  await page.context().clearCookies();
  await signIn(page, 'quwei');
  await page.goto('/visits/field');
  await card(page, planned.name).getByRole('button', { name: '继续填写' }).first().click();
  await expect(page.getByLabel('机构接待人')).toHaveValue('李老师');
  await page.context().close();
  expect(noted, 'the console stays quiet').toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a planned visit is filled in as a plain form', async ({ browser, baseURL }) => {
    const { id, planned } = await aPlan();
    const context = await browser.newContext({ ...PHONE, baseURL, locale: 'zh-CN', javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, 'quwei');
    await page.goto('/visits/field');
    await card(page, planned.name).getByRole('link', { name: '填写记录' }).click();
    await page.getByRole('radio', { name: '有问题' }).first().check();
    await page.getByRole('button', { name: '提交指导记录' }).click();
    await expect(page.getByText(/项有问题，请写明情况/).first()).toBeVisible();
    await expect(page.getByRole('radio', { name: '有问题' }).first()).toBeChecked();
    await page.getByText('登记需整改的问题').first().click();
    await page.getByRole('textbox', { name: /^问题/ }).first().fill('补齐健康合格证');
    await page.getByLabel('指导小结').fill('已现场指导。');
    await page.getByRole('button', { name: '提交指导记录' }).click();
    await expect(page).toHaveURL(new RegExp(id));
    expect(await visitsAt(planned.id)).toEqual([{ id, status: 'recorded', photos: 0, findings: 1 }]);
    await context.close();
  });
});
