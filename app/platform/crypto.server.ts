import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { keys } from './keys.server';

/**
 * Encrypts single fields. `field` names the column ("person.id_number") and is bound to the text,
 * so that a value copied into another column does not decrypt.
 */
export interface FieldCipher {
  encrypt(plain: string, field: string): string;
  decrypt(stored: string, field: string): string;
}

/** AES-256-GCM; stored as `<key id>.<base64url of nonce, tag and text>`, so that keys can be changed one by one. */
export function aesFieldCipher(known: ReadonlyMap<string, Buffer>): FieldCipher {
  const current = [...known][0];
  if (!current) throw new Error('no field key');
  const [currentId, currentKey] = current;
  return {
    encrypt(plain, field) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', currentKey, nonce).setAAD(Buffer.from(field));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${currentId}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    decrypt(stored, field) {
      const dot = stored.indexOf('.');
      const key = known.get(stored.slice(0, dot));
      if (!key) throw new Error(`field ${field} was encrypted with a key that is not in FIELD_KEY`);
      const bytes = Buffer.from(stored.slice(dot + 1), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(field));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}

let cipher = aesFieldCipher(keys.field);

/** Puts another provider (an SM4 device, a key service) behind the same two calls. */
export function useFieldCipher(other: FieldCipher): void {
  cipher = other;
}

export const encryptField = (plain: string, field: string): string => cipher.encrypt(plain, field);
export const decryptField = (stored: string, field: string): string => cipher.decrypt(stored, field);

/** Finds equal values without storing them: HMAC-SHA-256 in base64url, different for each purpose ("id_number", "phone"). */
export function keyedHash(value: string, purpose: string): string {
  return createHmac('sha256', keys.hash).update(`${purpose}\u0000${value}`).digest('base64url');
}

/** Compares two texts without telling by the time taken where they differ. */
export function equalInConstantTime(one: string, other: string): boolean {
  const digest = (text: string) => createHmac('sha256', keys.hash).update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
