import { toHalfWidth } from '../shared/text';
import { MINUTES_PER_HOUR } from './course';

/** The longest a single module may be: 1,000 class hours. */
export const MAX_MODULE_MINUTES = 1000 * MINUTES_PER_HOUR;

export type TypedHours = { ok: true; minutes: number } | { ok: false; code: 'hours_format' | 'hours_not_whole' | 'hours_too_many' };

const TYPED = /^(\d{1,6}(?:\.\d{1,3})?)(学时|课时|节|h|hours?|分钟|分|min|minutes?)?$/i;
const MINUTE_UNITS = /^(分|m)/i;

/** What somebody typed: class hours, or minutes when it says so (`4`, `4学时`, `1.6`, `90分钟`, `90 min`). Nothing typed is 0. */
export const parseHours = (typed: string): TypedHours => {
  const text = toHalfWidth(typed).replace(/\s/g, '');
  if (text === '') return { ok: true, minutes: 0 };
  const [, number, unit = ''] = TYPED.exec(text) ?? [];
  if (number === undefined) return { ok: false, code: 'hours_format' };
  const minutes = Number(number) * (MINUTE_UNITS.test(unit) ? 1 : MINUTES_PER_HOUR);
  const whole = Math.round(minutes);
  if (Math.abs(minutes - whole) > 1e-6) return { ok: false, code: 'hours_not_whole' };
  return whole > MAX_MODULE_MINUTES ? { ok: false, code: 'hours_too_many' } : { ok: true, minutes: whole };
};

/** Minutes as they are typed back into a field: class hours where one decimal says it exactly, else minutes. */
export const typedHours = (minutes: number): string => {
  if (minutes === 0) return '';
  return (minutes * 10) % MINUTES_PER_HOUR === 0 ? String(minutes / MINUTES_PER_HOUR) : `${minutes}分钟`;
};
