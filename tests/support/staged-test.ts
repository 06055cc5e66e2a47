import { test as base } from '@playwright/test';
import { openStage, type Stage } from './stage';

/**
 * For journeys that nobody else should share a program with: a Postgres of their own with the demo's stories, and as many
 * built processes as they start. One stage for all such files; modules that open connections are imported inside tests.
 */
export const test = base.extend<object, { stage: Stage }>({
  stage: [
    async ({ playwright: _ }, use) => {
      const stage = await openStage({ throwAway: true });
      // Requests name the address that they come from, so that the limits of one do not protect the program from the rest.
      Object.assign(process.env, stage.settings, { LOG_LEVEL: 'warn', TRUST_PROXY: '127.0.0.1' });
      await stage.run('build/node/seed.js');
      await use(stage);
      const { closeDb } = await import('#db/client');
      await closeDb();
      await stage.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});
