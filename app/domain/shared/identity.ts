import { isDate } from './period';
import { toHalfWidth, withoutInvisible } from './text';

/** Identity documents that a person may be known by (GB 11643 and the numbers of the exit-entry administration). */
export const ID_TYPES = ['resident_id', 'residence_permit', 'hk_macao_permit', 'taiwan_permit', 'foreign_permanent', 'passport'] as const;
export type IdType = (typeof ID_TYPES)[number];

export const IDENTITY_REFUSALS = ['field_required', 'id_format', 'id_fifteen', 'id_check_digit', 'id_birth_date', 'id_future'] as const;
export type IdentityRefusal = (typeof IDENTITY_REFUSALS)[number];

export type IdentityCheck = { ok: true; value: string; gender?: 'male' | 'female'; bornOn?: string } | { ok: false; code: IdentityRefusal };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** ISO 7064 MOD 11-2 over the first 17 digits. */
export const identityCheckDigit = (first17: string): string =>
  '10X98765432'.charAt(WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(first17.charAt(at)), 0) % 11);

const hasRightCheckDigit = (value: string): boolean => value.charAt(17) === identityCheckDigit(value.slice(0, 17));

/** Upper case, half width, without spaces and dashes. */
export const normaliseIdentity = (raw: string): string => toHalfWidth(withoutInvisible(raw)).replace(/[\s-]/g, '').toUpperCase();

const refuse = (code: IdentityRefusal): IdentityCheck => ({ ok: false, code });

// Area codes are not compared with today's list: living people carry codes of districts that were merged away.
const checkEighteen = (value: string, today: string, area: RegExp): IdentityCheck => {
  if (/^\d{14}[\dX]$/.test(value)) return refuse('id_fifteen');
  if (!/^\d{17}[\dX]$/.test(value) || !area.test(value)) return refuse('id_format');
  const bornOn = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!isDate(bornOn) || bornOn < '1800-01-01') return refuse('id_birth_date');
  if (bornOn > today) return refuse('id_future');
  if (!hasRightCheckDigit(value)) return refuse('id_check_digit');
  return { ok: true, value, bornOn, gender: Number(value.charAt(16)) % 2 === 1 ? 'male' : 'female' };
};

const checkForeignPermanent = (value: string): IdentityCheck => {
  if (/^[A-Z]{3}\d{12}$/.test(value)) return { ok: true, value };
  if (!/^9\d{16}[\dX]$/.test(value)) return refuse('id_format');
  return hasRightCheckDigit(value) ? { ok: true, value } : refuse('id_check_digit');
};

const matches = (value: string, ...patterns: RegExp[]): IdentityCheck =>
  patterns.some((pattern) => pattern.test(value)) ? { ok: true, value } : refuse('id_format');

/** Checks a typed document number. `today` is the Beijing day, for births in the future. */
export const checkIdentity = (type: IdType, raw: string, today: string): IdentityCheck => {
  const value = normaliseIdentity(raw);
  if (value === '') return refuse('field_required');
  switch (type) {
    case 'resident_id':
      return checkEighteen(value, today, /^[1-8]/);
    case 'residence_permit':
      return checkEighteen(value, today, /^8[123]0000/);
    case 'foreign_permanent':
      return checkForeignPermanent(value);
    case 'hk_macao_permit':
      return matches(value, /^[HM]\d{8}(\d{2})?$/);
    case 'taiwan_permit':
      return matches(value, /^\d{8}$/, /^\d{10}[A-Z]?$/);
    case 'passport':
      return matches(value, /^[A-Z0-9]{5,20}$/);
  }
};

/**
 * What the keyed hash is taken of. Every 18-digit number lives in one space, so that the same person under
 * another document type is found again; other numbers are unique within their type.
 */
export const identityHashInput = (type: IdType, value: string): string =>
  /^\d{17}[\dX]$/.test(value) ? `18:${value}` : `${type}:${value}`;

/** `110105********002X`; shorter numbers keep two signs at each end. */
export const maskIdentity = (value: string): string => {
  const [head, tail] = value.length === 18 ? [6, 4] : [2, 2];
  return value.length <= head + tail
    ? '*'.repeat(value.length)
    : value.slice(0, head) + '*'.repeat(value.length - head - tail) + value.slice(-tail);
};
