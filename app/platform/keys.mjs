// Node built-ins only: start.mjs reads this before anything is installed.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{ FIELD_KEY: string; HASH_KEY: string; SESSION_KEY: string }} Keys */

export const KEY_NAMES = /** @type {const} */ (['FIELD_KEY', 'HASH_KEY', 'SESSION_KEY']);

/**
 * The demo's own keys, made once per data folder and readable by its owner alone.
 * Losing the file makes every encrypted field unreadable, so it is written whole or not at all.
 * @param {string} dataDir
 * @returns {Keys}
 */
export function demoKeys(dataDir) {
  const file = path.join(dataDir, 'keys.json');
  if (!fs.existsSync(file)) {
    fs.mkdirSync(dataDir, { recursive: true });
    const fresh = () => randomBytes(32).toString('base64');
    const draft = `${file}.${process.pid}`;
    fs.writeFileSync(draft, `${JSON.stringify({ FIELD_KEY: `k1:${fresh()}`, HASH_KEY: fresh(), SESSION_KEY: fresh() }, null, 2)}\n`, {
      mode: 0o600,
    });
    try {
      fs.linkSync(draft, file); // fails where another process was quicker: its keys stand
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(draft);
    }
  }
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/**
 * Names of the keys that the settings do not give.
 * @param {NodeJS.ProcessEnv} env
 */
export const missingKeys = (env) => KEY_NAMES.filter((name) => !env[name]);
