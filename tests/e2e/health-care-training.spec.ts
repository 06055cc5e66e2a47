import { aMembership, anAccount } from '#db/seed/builders/accounts';
import { aClass } from '#db/seed/builders/classes';
import { aCourse } from '#db/seed/builders/courses';
import { anAttendance, aScore } from '#db/seed/builders/enrolments';
import { anInstitution } from '#db/seed/builders/organisations';
import { anEngagement, aPerson } from '#db/seed/builders/people';
import { checkPage } from './support/check-page';
import { dayFromNow, db, organisationOf, row, sql, unique } from './support/scene';
import { PASSWORD, signIn } from './support/sign-in';
import { admit, confirm, reloadUntilVisible } from './support/steps';
import { expect, test } from './support/test';

const DAYS = 20;

/** An institution filed a month ago with one member of health-care staff who has no certificate, and its administrator. */
async function aNewInstitution() {
  const place = await anInstitution(db, { name: `新设托育中心${unique()}`, filedOn: dayFromNow(-30), isDemo: true });
  const person = await aPerson(db, { education: 'secondary_vocational', isDemo: true });
  await anEngagement(db, { personId: person.id, institutionId: place.id, role: 'health_staff', startOn: dayFromNow(-30) });
  const account = await anAccount(db, { username: `jigou${unique()}`, password: PASSWORD, isDemo: true });
  await aMembership(db, { accountId: account.id, organisationId: place.id, role: 'institution_admin' });
  return { place, person, userName: account.username ?? '' };
}

/** The next class of the city's maternal and child health centre: nothing begins before it. */
async function theNextClass() {
  const centre = await organisationOf('fuyou');
  const course = await aCourse(db, { providerId: centre.id, title: `卫生保健人员岗前培训 ${unique()}`, categories: ['health_staff'] });
  return aClass(db, { course, districtCode: null, startsOn: dayFromNow(2), enrolUntilOn: dayFromNow(1) });
}

/** The class and its lessons, as if so many days had passed. */
async function letPass(classId: string, days: number): Promise<void> {
  await sql`update lesson set held_on = held_on - ${days}::int, starts_at = starts_at - ${days} * interval '1 day',
    ends_at = ends_at - ${days} * interval '1 day' where class_id = ${classId}`;
  await sql`update training_class set starts_at = starts_at - ${days} * interval '1 day', starts_on = starts_on - ${days}::int,
    ends_on = ends_on - ${days}::int, enrol_from_on = enrol_from_on - ${days}::int, enrol_until_on = enrol_until_on - ${days}::int
    where id = ${classId}`;
}

test('a new institution sees its due day, nominates in one step, and is covered when the class is closed', async ({ as, page }) => {
  test.setTimeout(240_000);
  const { place, person, userName } = await aNewInstitution();
  const held = await theNextClass();
  await signIn(page, userName);

  await test.step('the requirement is there without anybody touching it', async () => {
    await page.goto('/institution/health-care');
    // The clock looks once a minute at what no event told it.
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(`请在 ${dayFromNow(60)} 前完成`, { exact: false })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 100_000 });
    await expect(page.getByText('除第十二条外均为建议口径', { exact: false })).toBeVisible();
    await checkPage(page);
    await page.goto('/institution');
    await expect(page.getByText('还缺 1 名经培训合格的卫生保健人员', { exact: false })).toBeVisible();
    await checkPage(page);
  });

  await test.step('its centre and its district have it on their lists', async () => {
    const centre = await as('fuyou');
    await centre.goto(`/provider/health-care?q=${encodeURIComponent(place.name)}`);
    await expect(centre.getByRole('row').filter({ hasText: place.name })).toContainText('待配齐');
    await checkPage(centre);
    const officer = await as('quwei');
    await officer.goto('/commission');
    await officer.getByText('新设立机构卫生保健人员：', { exact: false }).locator('xpath=ancestor::div[1]').getByRole('link').click();
    await expect(officer).toHaveURL(/health-care\/institutions/);
    await checkPage(officer);
  });

  await test.step('one button sends her to the next class', async () => {
    await page.goto('/institution/health-care');
    await expect(page.getByRole('row').filter({ hasText: person.name })).toContainText('没有合格证');
    await expect(page.getByRole('checkbox', { name: person.name })).toBeChecked();
    await page.getByRole('button', { name: '推荐所选人员到该班期' }).click();
    await expect(page.getByText(`${person.name}: 已报名，等待培训单位审核`, { exact: false })).toBeVisible();
    await checkPage(page);
    expect(await row(sql`select status, category from enrolment where class_id = ${held.id} and person_id = ${person.id}`)).toEqual({
      status: 'applied',
      category: 'health_staff',
    });
  });

  await test.step('the centre admits, teaches and hands in; the city approves', async () => {
    const centre = await as('fuyou');
    await admit(centre, held.id, person.name);
    await letPass(held.id, DAYS);
    const enrolment = await db.query.enrolment.findFirst({ where: (t, { eq }) => eq(t.classId, held.id) });
    if (!enrolment) throw new Error('she is not enrolled');
    await anAttendance(db, enrolment, held.lessons);
    for (const kind of ['theory', 'practical'] as const) await aScore(db, enrolment, kind, 88, dayFromNow(2 - DAYS));
    await centre.goto(`/provider/classes/${held.id}/closing`);
    await centre.getByRole('button', { name: '提交结班' }).click();
    await expect(centre.getByText('结班已提交，请等待审核。')).toBeVisible();
    const city = await as('shiwei');
    await city.goto(`/commission/closings/${held.id}`);
    await confirm(city, '通过并发证');
    await expect(city.getByText('已结班：合格 1 人，不合格 0 人，缺训 0 人。')).toBeVisible();
  });

  await test.step('her certificate is in the registry, and the institution is covered', async () => {
    await page.goto('/institution/health-care');
    await reloadUntilVisible(page, page.getByText('经培训合格的卫生保健人员已配齐。'));
    const hers = page.getByRole('row').filter({ hasText: person.name });
    await expect(hers).toContainText('有效');
    await expect(hers.getByRole('link', { name: /BJTY-H-/ })).toBeVisible();
    await checkPage(page);
    const stored = await sql<{ number: string; status: string; source: string }[]>`
      select number, status, source from certificate where person_id = ${person.id} and family = 'health_care_training'`;
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatchObject({ status: 'verified', source: 'issuer' });
    await hers.getByRole('link', { name: /BJTY-H-/ }).click();
    await expect(page.getByText(stored[0]?.number ?? '').first()).toBeVisible();
    await checkPage(page);
  });
});
