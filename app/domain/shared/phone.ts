import { toHalfWidth, withoutInvisible } from './text';

export const PHONE_REFUSALS = ['field_required', 'phone_invalid', 'contact_phone_invalid'] as const;
export type PhoneRefusal = (typeof PHONE_REFUSALS)[number];

export type PhoneCheck = { ok: true; value: string } | { ok: false; code: PhoneRefusal };

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?$/;

/** Digits of a mobile number: without spaces, dashes, brackets and the country code. */
export const normalisePhone = (raw: string): string =>
  toHalfWidth(withoutInvisible(raw))
    .replace(/[\s()\-–—]/g, '')
    .replace(/^(\+|00)86/, '')
    .replace(/^86(?=1\d{10}$)/, '');

/** A mainland mobile number, the one that an account signs in with. */
export const checkPhone = (raw: string): PhoneCheck => {
  const value = normalisePhone(raw);
  if (value === '') return { ok: false, code: 'field_required' };
  return MOBILE.test(value) ? { ok: true, value } : { ok: false, code: 'phone_invalid' };
};

/** A number to call an organisation on: mobile, or a landline such as `010-65550100-8`. */
export const checkContactPhone = (raw: string): PhoneCheck => {
  const mobile = checkPhone(raw);
  if (mobile.ok || mobile.code === 'field_required') return mobile;
  const value = toHalfWidth(withoutInvisible(raw))
    .replace(/[–—]/g, '-')
    .replace(/\s/g, '')
    .replace(/^\((0\d{2,3})\)/, '$1-');
  return LANDLINE.test(value) ? { ok: true, value } : { ok: false, code: 'contact_phone_invalid' };
};

/** `138****0000`; a landline keeps its last two digits. */
export const maskPhone = (value: string): string =>
  MOBILE.test(value) ? `${value.slice(0, 3)}****${value.slice(-4)}` : value.slice(0, -2).replace(/\d/g, '*') + value.slice(-2);
