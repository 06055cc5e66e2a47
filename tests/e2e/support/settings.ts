import fs from 'node:fs';
import path from 'node:path';
import { demoKeys } from '../../../app/platform/keys.mjs';
import { runningEmbedded } from '../../../app/server/embedded-database.mjs';

/** The settings of the program under test, as its data folder holds them; only a program without one takes ours. */
export function settingsOfRunningProgram(): void {
  const dataDir = path.resolve(process.env.YUPEI_DATA_DIR ?? '.data');
  const has = (file: string) => fs.existsSync(path.join(dataDir, file));
  const database = has('database.json') ? runningEmbedded(dataDir) : undefined;
  Object.assign(
    process.env,
    { YUPEI_DEMO: '1', YUPEI_DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    database ? { DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl } : {},
    has('keys.json') ? demoKeys(dataDir) : {},
  );
}

/** The environment as it was before: for tests that start a program of their own. */
export function strangersEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, DATABASE_OWNER_URL, FIELD_KEY, HASH_KEY, SESSION_KEY, YUPEI_DEMO, LOG_LEVEL, ...rest } = process.env;
  return rest;
}
