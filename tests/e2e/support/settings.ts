import path from 'node:path';
import { demoKeys } from '../../../app/platform/keys.mjs';
import { runningEmbedded } from '../../../app/server/embedded-database.mjs';

/** Where the built program runs and keeps its data: what tests need to arrange rows and to look at them. */
export function settingsOfRunningProgram(): void {
  const dataDir = path.resolve(process.env.YUPEI_DATA_DIR ?? '.data');
  const { env } = process;
  // Tools that only read the configuration come without a running program.
  if (!env.DATABASE_URL && !env.BASE_URL) return;
  if (!env.DATABASE_URL) {
    const { url, ownerUrl } = runningEmbedded(dataDir);
    Object.assign(env, { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl });
  }
  if (!env.FIELD_KEY) Object.assign(env, demoKeys(dataDir));
  Object.assign(env, { YUPEI_DEMO: '1', YUPEI_DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
}
