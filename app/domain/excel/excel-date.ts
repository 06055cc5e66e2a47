import { addDays } from '../shared/period';

const LAST_SERIAL = 109_574; // 2199-12-31

/**
 * The day of a serial number. Excel's calendar of 1900 holds a 29 February that never was (serial 60), so days before it
 * are one off; the calendar of 1904 begins with 0. Null for numbers that are no day of these centuries.
 */
export const dateOfSerial = (serial: number, date1904: boolean): string | null => {
  const day = Math.floor(serial);
  if (!Number.isFinite(day) || day > LAST_SERIAL) return null;
  if (date1904) return day < 0 ? null : addDays('1904-01-01', day);
  if (day < 1 || day === 60) return null;
  return addDays('1899-12-30', day < 60 ? day + 1 : day);
};

/** Formats that show a date, by their number (ECMA-376 18.8.30; 27 to 36 and 50 to 58 are those of East Asian versions). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a number format shows its number as a date or a time. */
export const isDateFormat = (id: number, code: string | undefined): boolean => {
  if (code === undefined) return isBuiltInDate(id);
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[ymdhse]/i.test(bare.replace(/e[+-]/gi, ''));
};
