// First, so that the process says which settings are missing before anything needs them.
import '~/platform/env.server';

import { closeDb } from '#db/client';
import { migrateDatabase } from '#db/migrate';
import { seedReference } from '#db/seed/reference';
import { now } from '~/platform/clock.server';
import { env, refuseToStart } from '~/platform/env.server';
import { migrateQueueTables } from './queue';

// npm run migrate: the product's tables, then the queue's beside them, both as the owner; then what every deployment begins with.
try {
  const { applied } = await migrateDatabase(env.databaseOwnerUrl, env.databaseUrl);
  await migrateQueueTables(env.databaseOwnerUrl);
  await seedReference(now());
  await closeDb();
  process.stdout.write(applied === 0 ? 'The database is up to date.\n' : `${applied} migrations applied.\n`);
} catch (error) {
  const reasons = error instanceof Error ? [error.message, error.cause].filter(Boolean) : [error];
  refuseToStart(`Migrating failed: ${reasons.map(String).join('\n')}`);
}
