import { type BrowserContext, type BrowserContextOptions, test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { newPage } from './sign-in';

export { expect };

/** A refusal is an answer, and the browser notes it in its console: 403, 404, 409, 422, 429. */
const REFUSED = /status of (403|404|409|422|429)/;

/** What no page may do: write an error to the console, break its content security policy, throw. */
function watch(context: BrowserContext, seen: string[]): void {
  context.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error' && !REFUSED.test(message.text())) seen.push(message.text());
  });
  context.on('weberror', (error) => {
    seen.push(error.error().message);
  });
}

interface Fixtures {
  /** A browser of its own in which a demo account is signed in; `null` is a visitor. */
  as: (userName: string | null, options?: BrowserContextOptions) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  page: async ({ page, context }, use) => {
    const seen: string[] = [];
    watch(context, seen);
    await use(page);
    expect(seen, 'the console stays quiet').toEqual([]);
  },
  as: async ({ browser, contextOptions, baseURL, viewport, locale, timezoneId, isMobile, hasTouch }, use) => {
    const seen: string[] = [];
    const open: BrowserContext[] = [];
    await use(async (userName, options = {}) => {
      const settings = { ...contextOptions, baseURL, viewport, locale, timezoneId, isMobile, hasTouch, ...options };
      const page = await newPage(browser, userName, settings);
      watch(page.context(), seen);
      open.push(page.context());
      return page;
    });
    for (const context of open) await context.close();
    expect(seen, 'the console stays quiet').toEqual([]);
  },
});
