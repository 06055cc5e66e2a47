import { toHalfWidth, withoutInvisible } from '../shared/text';
import type { LegalNature } from './organisation';

export const USCC_REFUSALS = ['field_required', 'uscc_invalid'] as const;
export type UsccRefusal = (typeof USCC_REFUSALS)[number];

export type UsccCheck = { ok: true; value: string } | { ok: false; code: UsccRefusal };

// GB 32100: no I, O, S, V, Z.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

export const usccCheckDigit = (first17: string): string => {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(first17.charAt(at)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
};

/** A unified social credit code 统一社会信用代码 (GB 32100), 18 signs with a check digit. */
export const checkUscc = (raw: string): UsccCheck => {
  const value = toHalfWidth(withoutInvisible(raw)).replace(/[\s-]/g, '').toUpperCase();
  if (value === '') return { ok: false, code: 'field_required' };
  const hasForm = value.length === 18 && [...value].every((sign) => ALPHABET.includes(sign));
  return hasForm && value.charAt(17) === usccCheckDigit(value.slice(0, 17)) ? { ok: true, value } : { ok: false, code: 'uscc_invalid' };
};

const NATURES: Readonly<Record<string, LegalNature>> = {
  '12': 'public_institution',
  '52': 'social_service_org',
  '91': 'enterprise',
  '92': 'individual_business',
};

/** A warning, never a refusal: the code's prefix names another legal nature than the one declared. */
export const usccContradicts = (uscc: string, declared: LegalNature): boolean => {
  const named = NATURES[uscc.slice(0, 2)];
  return named !== undefined && named !== declared;
};
