import { env, refuseToStart } from './env.server';
import { demoKeys, type KEY_NAMES, missingKeys } from './keys.mjs';

const missing = missingKeys(process.env);
if (missing.length > 0 && !env.demo) {
  refuseToStart(
    `Keys are missing: ${missing.join(', ')}.\nEach is 32 random bytes in base64 (openssl rand -base64 32); FIELD_KEY carries a name in front, k1:…\nOnly the demo (YUPEI_DEMO=1) makes its own.`,
  );
}
const generated = missing.length > 0 ? demoKeys(env.dataDir) : undefined;
const value = (name: (typeof KEY_NAMES)[number]) => process.env[name] || (generated?.[name] ?? '');

function bytes(name: string, base64: string): Buffer {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== 32) refuseToStart(`${name} must be 32 bytes in base64 (openssl rand -base64 32), and is ${key.length}.`);
  return key;
}

/** FIELD_KEY is `name:base64`, several separated by commas: the first encrypts, all of them decrypt. */
function fieldKeys(): Map<string, Buffer> {
  const entries = value('FIELD_KEY')
    .split(',')
    .map((part) => part.trim());
  return new Map(
    entries.map((entry) => {
      const [id, base64] = entry.split(':');
      if (!id || !base64 || !/^[a-z0-9]{1,16}$/.test(id))
        refuseToStart('FIELD_KEY must look like k1:<32 bytes in base64>, with the newest key first.');
      return [id, bytes(`FIELD_KEY ${id}`, base64)] as const;
    }),
  );
}

export const keys = Object.freeze({
  field: fieldKeys(),
  hash: bytes('HASH_KEY', value('HASH_KEY')),
  /** Signs cookies that are not sessions (language, toasts). */
  session: bytes('SESSION_KEY', value('SESSION_KEY')),
});
