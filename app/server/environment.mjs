// What every process that we start is told: database, keys, and the demo's freedoms only where there is a demo. Node built-ins only.
import path from 'node:path';
import { demoKeys, missingKeys } from '../platform/keys.mjs';

export const settings = process.env;
export const dataDir = path.resolve(settings.YUPEI_DATA_DIR || '.data');
export const logDir = path.join(dataDir, 'logs');
export const host = settings.HOST || '127.0.0.1';
/** Our own database, or one that somebody declared to be a demo. */
export const demo = !settings.DATABASE_URL || settings.YUPEI_DEMO === '1';

/**
 * @param {{ url: string; ownerUrl: string } | undefined} database the embedded one; undefined where DATABASE_URL names another
 * @returns {NodeJS.ProcessEnv}
 */
export function environment(database) {
  const missing = missingKeys(settings);
  if (missing.length > 0 && !demo) {
    throw new Error(`Keys are missing: ${missing.join(', ')}. With a database of your own they must be given; .env.example says how.`);
  }
  return {
    ...(missing.length > 0 ? demoKeys(dataDir) : {}),
    // A key that is set but empty is not set.
    ...Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== '')),
    ...(database ? { DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl } : {}),
    NODE_ENV: 'production',
    YUPEI_DEMO: demo ? '1' : '0',
    YUPEI_DATA_DIR: dataDir,
  };
}
