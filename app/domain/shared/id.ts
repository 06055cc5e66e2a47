import { uuidv7 } from 'uuidv7';

/** A new primary key: UUIDv7, so that keys sort by age. */
export const newId = (): string => uuidv7();

/** No 0/O, 1/I/L, U: the code can be read aloud and typed back. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 18;

/** A random public code of 18 letters (88 bits), written in three groups: `7K2M9P-QXV4TB-3HNC8W`. */
export function newPublicCode(): string {
  const letters: string[] = [];
  while (letters.length < CODE_LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(CODE_LENGTH))) {
      // 240 = 8 × 30: a byte above it would favour the first letters
      if (byte < 240 && letters.length < CODE_LENGTH) letters.push(ALPHABET[byte % ALPHABET.length] ?? '');
    }
  }
  return [letters.slice(0, 6), letters.slice(6, 12), letters.slice(12)].map((group) => group.join('')).join('-');
}

/** What a person typed, in the stored form: upper case, groups restored, spaces and dashes ignored. */
export function normalisePublicCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, CODE_LENGTH);
  return letters.replace(/^(.{6})(.{6})(.{6})$/, '$1-$2-$3');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Whether a URL part can be an id at all; anything else is simply not found. */
export const isId = (value: string): boolean => UUID.test(value);
