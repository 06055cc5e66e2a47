import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { aesFieldCipher, decryptField, encryptField, equalInConstantTime, keyedHash, useFieldCipher } from '~/platform/crypto.server';
import { keys } from '~/platform/keys.server';

const FIELD = 'person.id_number';
afterEach(() => useFieldCipher(aesFieldCipher(keys.field)));

test('a field comes back as it went in, and is stored differently each time', () => {
  const plain = '11990019900101001X 𠮷';
  const [one, two] = [encryptField(plain, FIELD), encryptField(plain, FIELD)];
  expect(one).not.toBe(two);
  expect(one).toMatch(/^k1\.[\w-]+$/);
  expect(one).not.toContain('1199');
  expect([decryptField(one, FIELD), decryptField(two, FIELD)]).toEqual([plain, plain]);
});

test('a text moved to another field or changed by one character does not decrypt', () => {
  const stored = encryptField('13800000000', 'person.phone');
  expect(() => decryptField(stored, FIELD)).toThrow();
  const at = stored.length - 5;
  const changed = stored.slice(0, at) + (stored[at] === 'A' ? 'B' : 'A') + stored.slice(at + 1);
  expect(() => decryptField(changed, 'person.phone')).toThrow();
});

test('after a change of keys the new one encrypts and the old one still reads', () => {
  const old = ['k1', randomBytes(32)] as const;
  const stored = aesFieldCipher(new Map([old])).encrypt('甲', FIELD);
  const both = aesFieldCipher(new Map([['k2', randomBytes(32)], old]));
  expect(both.decrypt(stored, FIELD)).toBe('甲');
  expect(both.encrypt('乙', FIELD)).toMatch(/^k2\./);
  expect(() => aesFieldCipher(new Map([['k2', randomBytes(32)]])).decrypt(stored, FIELD)).toThrow(/not in FIELD_KEY/);
});

test('another provider takes the place of the built-in one', () => {
  useFieldCipher({ encrypt: (plain) => `sm4.${plain}`, decrypt: (stored) => stored.slice(4) });
  expect(encryptField('x', FIELD)).toBe('sm4.x');
  expect(decryptField('sm4.x', FIELD)).toBe('x');
});

test('equal values have equal hashes for one purpose and different ones for another', () => {
  expect(keyedHash('a', 'phone')).toBe(keyedHash('a', 'phone'));
  expect(keyedHash('a', 'phone')).not.toBe(keyedHash('a', 'id_number'));
  expect(keyedHash('a', 'phone')).not.toBe(keyedHash('b', 'phone'));
  expect([equalInConstantTime('abc', 'abc'), equalInConstantTime('abc', 'abd'), equalInConstantTime('abc', 'ab')]).toEqual([
    true,
    false,
    false,
  ]);
});
