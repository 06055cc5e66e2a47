// First, so that the process says which settings are missing before anything needs them.
import '~/platform/keys.server';

import { setTimeout as pause } from 'node:timers/promises';
import { closeDb, sql } from '#db/client';
import { env, refuseToStart } from '~/platform/env.server';
import { logger } from '~/platform/logger.server';
import { onShutdown } from '~/platform/shutdown.server';
import { startWorker } from './worker';

/** Both may be started at once, after a power cut say; BullMQ never recovers from a database that was not there at first. */
async function untilDatabaseAnswers() {
  for (const until = Date.now() + 60_000; ; await pause(500)) {
    const problem = await sql`select 1`.then(
      () => undefined,
      (error: Error) => error,
    );
    if (!problem) return;
    logger.warn({ event: 'worker.waiting', error: problem });
    if (Date.now() > until) refuseToStart(`The database does not answer: ${problem.message}`);
  }
}

// npm run worker
await untilDatabaseAnswers();
const running = await startWorker({ redisUrl: env.redisUrl, databaseUrl: env.databaseUrl });
logger.info({ event: 'worker.started' });
onShutdown(async () => {
  await running.stop();
  await closeDb();
}, 60_000);
