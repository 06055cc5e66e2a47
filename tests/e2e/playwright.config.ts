import { defineConfig } from '@playwright/test';
import { settingsOfRunningProgram } from './support/settings';

const flags = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update'];

settingsOfRunningProgram();

// run.mjs starts the built app and says where (BASE_URL, YUPEI_DATA_DIR), and where Chromium is. Trainees and visitors
// come by phone (phone.*), everybody else sits at a desk; every screen is seen at both widths (screens).
export default defineConfig({
  testDir: '.',
  outputDir: '../.output/e2e',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  projects: [
    {
      name: 'phone',
      testMatch: /(\.phone|screens)\.spec\.ts$/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    { name: 'desktop', testIgnore: /\.phone\.spec\.ts$/, use: { viewport: { width: 1440, height: 900 } } },
  ],
  // Dots, and whatever failed in full at the end: a build machine keeps the last lines.
  reporter: [['dot'], ['json', { outputFile: '../.output/e2e.json' }]],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://127.0.0.1:3000',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [...flags, '--no-first-run', '--font-render-hinting=none'],
    },
  },
});
