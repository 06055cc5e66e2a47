import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Headings of the page in order, as levels, without those that nobody sees. */
const headingLevels = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .map((heading) => Number(heading.tagName.slice(1))),
  );

/** The elements that stick out of the page's right edge and are not inside a box that scrolls, and cells of cards that are cut off. */
const wideElements = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isCut = (cell: Element) =>
      getComputedStyle(cell).display !== 'table-cell' && cell.checkVisibility() && cell.scrollWidth > cell.clientWidth + 1;
    const cut = [...document.querySelectorAll('td, tbody th')].filter(isCut).map((cell) => cell.outerHTML.slice(0, 160));
    if (document.documentElement.scrollWidth <= width) return cut;
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 160));
  });

/** What only a slip of the program writes: an unfilled word, a value that is none. Code examples may hold such signs. */
const slips = (page: Page) =>
  page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const element of body.querySelectorAll('script, style, template, pre, code, textarea')) element.remove();
    return body.textContent?.match(/.{0,20}(?:\$|\bundefined\b|\bNaN\b|\[object |\{\{|\}\}).{0,20}/g) ?? [];
  });

/** What holds for every page at every step: language, title, one h1, headings in order, no slips in its text, nothing wider than the screen, axe. */
export async function checkPage(page: Page, { lang = 'zh-CN' } = {}): Promise<void> {
  const where = `${page.url()} at ${page.viewportSize()?.width}`;
  await expect(page.getByRole('heading', { level: 1 }), `${where}: one h1`).toHaveCount(1);
  await expect(page.locator('html'), where).toHaveAttribute('lang', lang);
  await expect(page, where).toHaveTitle(/\S/);
  const levels = await headingLevels(page);
  const skips = levels.filter((level, at) => level - (levels[at - 1] ?? 0) > 1);
  expect(skips, `${where}: headings in order, and these skip: ${levels}`).toEqual([]);
  expect(await slips(page), `${where}: no slips of the program`).toEqual([]);
  expect(await wideElements(page), `${where}: nothing sticks out`).toEqual([]);
  // There are no frames: without the page that would join their results it takes less than half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ runOnly: { type: 'tag', values: RULES }, resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join('\n')}`);
  expect(found, `${where}: accessible`).toEqual([]);
}
