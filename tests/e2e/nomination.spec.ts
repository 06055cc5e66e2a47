import { anEngagement, aPerson } from '#db/seed/builders/people';
import { checkPage } from './support/check-page';
import { anOpenClass, db, organisationOf, sql } from './support/scene';
import { reloadUntilVisible } from './support/steps';
import { expect, test } from './support/test';

test('an institution nominates several at once: those who fit are in, the other is refused by name', async ({ as }) => {
  const held = await anOpenClass();
  const { id: institutionId } = await organisationOf('jigou');
  const staff = await Promise.all(
    (['caregiver', 'caregiver', 'principal'] as const).map(async (role) => {
      const person = await aPerson(db, { isDemo: true });
      await anEngagement(db, { personId: person.id, institutionId, role });
      return person.name;
    }),
  );
  const [first = '', second = '', principal = ''] = staff;

  const page = await as('jigou');
  await page.goto(`/institution/nominations/new?class=${held.id}`);
  await checkPage(page);
  await page.getByRole('button', { name: '推荐所选员工' }).click();
  await expect(page.getByRole('alert')).toContainText('请至少选择一人。');
  for (const [name, role] of [
    [first, '保育人员'],
    [second, '保育人员'],
    [principal, '负责人'],
  ])
    await page.getByLabel(`${name}（${role}）`).last().check();
  await page.getByRole('button', { name: '推荐所选员工' }).click();

  const result = page.getByRole('listitem');
  await expect(result.filter({ hasText: `${first}: 已报名，等待培训单位审核` })).toBeVisible();
  await expect(result.filter({ hasText: `${second}: 已报名，等待培训单位审核` })).toBeVisible();
  await expect(result.filter({ hasText: `${principal}: 岗位与班期不符` })).toBeVisible();
  await checkPage(page);

  const stored = await sql<{ name: string }[]>`
    select p.name, e.status, e.nominated_by is not null as nominated, e.institution_answer from enrolment e
    join person p on p.id = e.person_id where e.class_id = ${held.id}`;
  expect(stored.map(({ name }) => name).sort()).toEqual([first, second].sort());
  for (const each of stored) expect(each).toMatchObject({ status: 'applied', nominated: true, institution_answer: 'confirmed' });

  const provider = await as('yuanxiao');
  await provider.goto(`/provider/classes/${held.id}?show=all`);
  await reloadUntilVisible(provider, provider.getByRole('row').filter({ hasText: second }));
  await expect(provider.getByRole('row').filter({ hasText: principal })).toHaveCount(0);
});
