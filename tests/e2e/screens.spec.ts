import { checkPage } from './support/check-page';
import { SCREENS } from './support/screens';
import { expect, test } from './support/test';

for (const [who, screens] of Object.entries(SCREENS)) {
  test(`every screen of the ${who} reads in order, fits and is accessible`, async ({ as }) => {
    test.setTimeout(120_000);
    const page = await as(screens[0]?.as ?? null);
    for (const { at } of screens) {
      const answer = await page.goto(typeof at === 'string' ? at : await at());
      expect(answer?.status(), page.url()).toBeLessThan(500);
      await checkPage(page);
    }
  });
}
