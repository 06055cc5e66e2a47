import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import demo from '../../../db/seed/demo-accounts.json' with { type: 'json' };

export const { password: PASSWORD, secondFactorCode: SECOND_FACTOR, accounts: DEMO_ACCOUNTS } = demo;

type State = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;
/** One sign-in through the form per account; later browsers take its cookie. */
const states = new Map<string, State>();

export async function fillSignIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('手机号或用户名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: '登录' }).click();
}

/** Through the form, as everyone does, with the published code where a second factor is asked for. */
export async function signIn(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, login, password);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  if (!page.url().includes('/second-factor')) return;
  await page.getByLabel('动态验证码').fill(SECOND_FACTOR);
  await page.getByRole('button', { name: '验证并进入' }).click();
  await expect(page).not.toHaveURL(/second-factor/);
}

export async function newPage(browser: Browser, userName: string | null, options: BrowserContextOptions): Promise<Page> {
  if (userName !== null && !states.has(userName)) {
    const context = await browser.newContext({ baseURL: options.baseURL, locale: options.locale, timezoneId: options.timezoneId });
    await signIn(await context.newPage(), userName);
    states.set(userName, await context.storageState());
    await context.close();
  }
  const storageState = userName === null ? undefined : states.get(userName);
  return (await browser.newContext({ ...options, storageState })).newPage();
}
