import { isDate } from '../shared/period';

const TO = '\\s*(?:至|到|~|～|∼|—+|–+|-+|－)\\s*';
const MARK = '\\s?[-/.年]\\s?';
const FULL = `(\\d{4})${MARK}(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})\\s?[日号]?`;
const SPAN = new RegExp(`^${FULL}${TO}(?:(\\d{4})${MARK})?(?:(\\d{1,2})\\s?[-/.月]\\s?)?(\\d{1,2})\\s?[日号]?$`);
const ONE = new RegExp(`^${FULL}$`);

const day = (year: string, month: string, date: string): string | null => {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDate(text) ? text : null;
};

/** `2023.5.10-2023.5.15`, `2023年5月10日至15日`: first and last day of a training; one day stands for both. Half-width text. */
export const daySpan = (text: string): { startsOn: string; endsOn: string } | null => {
  const one = ONE.exec(text);
  if (one) {
    const [, year = '', month = '', date = ''] = one;
    const on = day(year, month, date);
    return on === null ? null : { startsOn: on, endsOn: on };
  }
  const span = SPAN.exec(text);
  if (!span) return null;
  const [, year = '', month = '', date = '', year2, month2, date2 = ''] = span;
  const startsOn = day(year, month, date);
  const endsOn = day(year2 ?? year, month2 ?? month, date2);
  return startsOn === null || endsOn === null ? null : { startsOn, endsOn };
};
