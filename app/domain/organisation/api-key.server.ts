import { randomBytes } from 'node:crypto';
import { keyedHash } from '~/platform/crypto.server';

const MARK = 'yupei_';
const SHOWN = MARK.length + 6;
const KEY = /^yupei_[A-Za-z0-9_-]{43}$/;

/** A new key of 256 random bits; the first signs tell one key from another and open nothing. */
export const newApiKey = () => {
  const key = `${MARK}${randomBytes(32).toString('base64url')}`;
  return { key, keyPrefix: key.slice(0, SHOWN), keyHash: apiKeyHash(key) };
};

export const apiKeyHash = (key: string): string => keyedHash(key, 'api_key');

/** Whether a text can be a key at all. */
export const isApiKey = (text: string): boolean => KEY.test(text);
