import { expect, type Locator, type Page } from '@playwright/test';

/** A worker does its part a moment later: the page is asked again until it shows it. */
export const reloadUntilVisible = (page: Page, shown: Locator): Promise<void> =>
  expect(async () => {
    await page.reload();
    await expect(shown).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });

/** The college admits somebody by name. */
export async function admit(provider: Page, classId: string, name: string): Promise<void> {
  await provider.goto(`/provider/classes/${classId}?show=decide`);
  await provider.getByLabel(`选择 ${name}`).check();
  await provider.getByRole('button', { name: '录取所选', exact: true }).click();
  await expect(provider.getByText('已录取 1 人。')).toBeVisible();
}

/** A trainee asks for a place on the page of a class. */
export async function enrol(trainee: Page, classId: string, button: '提交报名' | '登记候补' = '提交报名'): Promise<void> {
  await trainee.goto(`/classes/${classId}`);
  await trainee.getByRole('button', { name: button }).click();
  await trainee.waitForURL(/\/me\/enrolments\//);
}

/** Opens a step that asks again, and takes it. */
export async function confirm(page: Page, label: string, reason?: string): Promise<void> {
  const step = page.getByRole('group').filter({ has: page.locator('summary', { hasText: label }) });
  await step.locator('summary').click();
  if (reason) await step.getByLabel('理由').fill(reason);
  await step.getByRole('button', { name: label }).click();
}
