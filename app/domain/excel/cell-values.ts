import { checkIdentity, type IdType, normaliseIdentity } from '../shared/identity';
import { checkName } from '../shared/name';
import { isDate } from '../shared/period';
import { checkPhone } from '../shared/phone';
import { toHalfWidth, withoutInvisible } from '../shared/text';
import { type Cell, plainNumber } from './cell';
import { dateOfSerial } from './excel-date';
import type { RowProblemCode } from './row-problem';

export type Parsed<T> = { ok: true; value: T } | { ok: false; code: RowProblemCode; params?: Record<string, string | number> };

const good = <T>(value: T): Parsed<T> => ({ ok: true, value });
const bad = (code: RowProblemCode, params?: Record<string, string | number>): Parsed<never> => ({ ok: false, code, params });

/** Half width, without invisible signs and outer spaces; inner runs of white space become one space. */
export const tidy = (text: string): string => toHalfWidth(withoutInvisible(text)).replace(/\s+/g, ' ').trim();

/** What people write for "nothing". */
const NOTHING = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '空',
  'N/A',
  'n/a',
  'null',
  'NULL',
  '(空)',
  '长期',
  '长期有效',
  '永久有效',
  '无固定期限',
]);

/** The text of a cell; '' for an empty one and for what stands for nothing. */
export const cellText = (cell: Cell | undefined): string => {
  if (!cell) return '';
  const text = tidy(cell.kind === 'number' ? plainNumber(cell.text) : cell.text);
  return NOTHING.has(text) ? '' : text;
};

/** An error of the program (#N/A …) or a formula that was saved without its value: neither can be read. */
export const unreadable = (cell: Cell | undefined): RowProblemCode | null => {
  if (cell?.kind === 'error') return 'cell_error';
  return cell?.formula && cell.text === '' ? 'formula_without_value' : null;
};

const pad = (part: string): string => part.padStart(2, '0');
const SEPARATED = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?(?:[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?)?$/;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;

/** A day in any of the forms that people and programs write. A date with the month alone is refused: the day matters. */
export const parseDay = (cell: Cell | undefined, date1904 = false): Parsed<string> => {
  const text = cellText(cell);
  if (cell?.kind === 'date' && isDate(text)) return good(text);
  const parts = SEPARATED.exec(text) ?? TOGETHER.exec(text);
  if (parts) {
    const day = `${parts[1]}-${pad(parts[2] ?? '')}-${pad(parts[3] ?? '')}`;
    return isDate(day) ? good(day) : bad('date_impossible');
  }
  if (/^\d{4}\s?[-/.年]\s?\d{1,2}\s?月?$/.test(text) || /^\d{4}年?$/.test(text)) return bad('date_without_day');
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(text)) return bad('date_order');
  // A serial: the cell lost its date format. Years 1927 to 2199, so that small numbers are not taken for days.
  if (/^\d{5,6}(\.\d+)?$/.test(text) && Number(text) >= 10_000) {
    const day = dateOfSerial(Number(text), date1904);
    if (day) return good(day);
  }
  return bad('date_unreadable');
};

/** Seventeen or eighteen digits do not fit into Excel's number: from the sixteenth on they are lost. */
const isTruncated = (cell: Cell, digits: string): boolean =>
  (cell.kind === 'number' && /^\d{16,}$/.test(digits)) || /^\d(\.\d+)?E\+?1[5-9]$/i.test(cell.text.trim()) || /^\d{15}000$/.test(digits);

/** An identity number of one kind of document. `today` for births in the future. */
export const parseIdentity = (cell: Cell | undefined, type: IdType, today: string): Parsed<string> => {
  if (!cell) return bad('required');
  const digits = normaliseIdentity(cell.kind === 'number' ? plainNumber(cell.text) : cell.text.replace(/^['‘’`]+/, ''));
  if (digits === '') return bad('required');
  const check = checkIdentity(type, digits, today);
  // A whole number kept by a program that has room for it passes; one that ends in 000 has lost its end.
  if (check.ok && !(cell.kind === 'number' && /000$/.test(digits))) return good(check.value);
  if (isTruncated(cell, digits)) return bad('identity_truncated');
  return check.ok ? good(check.value) : bad(check.code === 'field_required' ? 'required' : check.code);
};

export const parseName = (cell: Cell | undefined): Parsed<string> => {
  const check = checkName(cellText(cell));
  return check.ok ? good(check.value) : bad(check.code === 'field_required' ? 'required' : 'name_invalid');
};

export const parsePhone = (cell: Cell | undefined): Parsed<string> => {
  const check = checkPhone(cellText(cell).replace(/^['‘’`]+/, ''));
  return check.ok ? good(check.value) : bad(check.code === 'field_required' ? 'required' : 'phone_invalid');
};

const YES = new Set(['是', '有', '对', '√', '✓', '✔', '☑', '1', 'Y', 'y', 'YES', 'Yes', 'yes', 'TRUE', 'True', 'true', '专职', '在岗']);
const NO = new Set(['否', '没有', '不是', '×', '✗', '☐', '0', 'N', 'n', 'NO', 'No', 'no', 'FALSE', 'False', 'false', '兼职', '不在岗']);

export const parseYesNo = (cell: Cell | undefined): Parsed<boolean> => {
  const text = cellText(cell);
  if (YES.has(text)) return good(true);
  if (NO.has(text) || cell?.text.trim() === '无') return good(false);
  return bad('yes_or_no');
};

/** Thousands are parted by commas, and units may stand behind. */
export const parseNumber = (cell: Cell | undefined, { min, max, whole }: { min: number; max: number; whole: boolean }): Parsed<number> => {
  const text = cellText(cell)
    .replace(/,(?=\d{3}\b)/g, '')
    .replace(/\s?(分|人|个|学时|课时|小时|平方米|m2|㎡)$/i, '');
  if (!/^-?\d+(\.\d+)?$/.test(text)) return bad('number_unreadable');
  const value = Number(text);
  if (whole && !Number.isInteger(value)) return bad('number_not_whole');
  return value < min || value > max ? bad('number_range', { min, max }) : good(value);
};

export const parseText = (cell: Cell | undefined, max: number): Parsed<string> => {
  const text = cellText(cell);
  return [...text].length > max ? bad('text_too_long', { max }) : good(text);
};

/** A number of letters and digits, such as a certificate's: no spaces, upper case. Excel may have cut a long one. */
export const parseCode = (cell: Cell | undefined, max: number): Parsed<string> => {
  const text = cellText(cell)
    .replace(/^['‘’`]+/, '')
    .replace(/\s/g, '')
    .toUpperCase();
  if (cell?.kind === 'number' && /^\d{16,}$/.test(text)) return bad('number_truncated');
  if (/^\d(\.\d+)?E\+\d+$/i.test(text)) return bad('number_truncated');
  return [...text].length > max ? bad('text_too_long', { max }) : good(text);
};
