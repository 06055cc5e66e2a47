import { chromium } from '@playwright/test';
import { chromium as executable } from '../../support/system.mjs';
import type { Bench } from '../bench';

const WIDTH = 390;

/** What a phone loads at its first visit of the catalogue, and whether anything moves while it does. */
export async function weight(bench: Bench): Promise<void> {
  bench.heading(
    'weight: first visit of the catalogue on a phone',
    `Chromium, ${WIDTH} px wide, nothing in the cache; bytes as they came over the wire.`,
  );
  const web = await bench.stage.web();
  const browser = await chromium.launch({
    executablePath: executable(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run'],
  });
  try {
    const context = await browser.newContext({
      viewport: { width: WIDTH, height: 844 },
      deviceScaleFactor: 3,
      isMobile: true,
      hasTouch: true,
      locale: 'zh-CN',
    });
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    const kinds = new Map<string, string>();
    const bytes = new Map<string, { files: number; bytes: number }>();
    wire.on('Network.responseReceived', ({ requestId, type, response }) =>
      kinds.set(requestId, /\.js(\?|$)/.test(response.url) ? 'Script' : type),
    );
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? 'Other';
      const sum = bytes.get(kind) ?? { files: 0, bytes: 0 };
      bytes.set(kind, { files: sum.files + 1, bytes: sum.bytes + encodedDataLength });
    });
    await page.addInitScript(() => {
      const seen = { shift: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
          if (!entry.hadRecentInput) seen.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${web.origin}/courses`, { waitUntil: 'networkidle' });
    const shift = await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);
    bench.table(
      ['', 'files', 'kB over the wire'],
      [...bytes].map(([kind, sum]) => [kind, sum.files, sum.bytes / 1000]),
    );
    const script = (bytes.get('Script')?.bytes ?? 0) / 1000;
    bench.target('JavaScript of the first visit', `${script.toFixed(0)} kB`, 'under 200 kB', script < 200);
    bench.target('layout shift (CLS)', shift.toFixed(3), '0', shift === 0);
  } finally {
    await browser.close();
    await web.end();
  }
}
