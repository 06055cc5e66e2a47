import { describe, expect, test } from 'vitest';
import { type Cell, columnIndex, columnLetters, plainNumber } from '~/domain/excel/cell';
import {
  cellText,
  type Parsed,
  parseCode,
  parseDay,
  parseIdentity,
  parseName,
  parseNumber,
  parsePhone,
  parseYesNo,
  unreadable,
} from '~/domain/excel/cell-values';
import { parseChoice } from '~/domain/excel/choices';
import { daySpan } from '~/domain/excel/day-span';
import { dateOfSerial, isDateFormat } from '~/domain/excel/excel-date';

const text = (value: string): Cell => ({ text: value, kind: 'text' });
const number = (value: string): Cell => ({ text: value, kind: 'number' });
const told = <T>(parsed: Parsed<T>): T | string => (parsed.ok ? parsed.value : `! ${parsed.code}`);
const TODAY = '2026-03-10';

describe('days', () => {
  test.each<[Cell, string]>([
    [text('2024/5/1'), '2024-05-01'],
    [text('2024-05-01'), '2024-05-01'],
    [text('2024.5.1'), '2024-05-01'],
    [text('20240501'), '2024-05-01'],
    [number('20240501'), '2024-05-01'],
    [text('2024年5月1日'), '2024-05-01'],
    [text('２０２４．５．１'), '2024-05-01'],
    [text(' 2024-05-01\u3000'), '2024-05-01'],
    [text('2024-05-01 09:30'), '2024-05-01'],
    [text('2024-05-01T00:00:00'), '2024-05-01'],
    [number('45413'), '2024-05-01'],
    [number('45413.75'), '2024-05-01'],
    [text('45413'), '2024-05-01'],
    [{ text: '2024-05-01', kind: 'date' }, '2024-05-01'],
    [text('2024-02-30'), '! date_impossible'],
    [text('20241301'), '! date_impossible'],
    [text('2024-05'), '! date_without_day'],
    [text('2024年5月'), '! date_without_day'],
    [text('2024'), '! date_without_day'],
    [text('5/1/2024'), '! date_order'],
    [text('01.05.24'), '! date_order'],
    [text('去年五月'), '! date_unreadable'],
    [number('128'), '! date_unreadable'],
  ])('%o', (cell, expected) => {
    expect(told(parseDay(cell))).toBe(expected);
  });

  test.each<[number, boolean, string | null]>([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [45413, false, '2024-05-01'],
    [0, true, '1904-01-01'],
    [43951, true, '2024-05-01'],
    [-1, true, null],
    [9_999_999, false, null],
  ])('serial %d (1904: %s)', (serial, from1904, expected) => {
    expect(dateOfSerial(serial, from1904)).toBe(expected);
  });

  test.each<[number, string | undefined, boolean]>([
    [14, undefined, true],
    [31, undefined, true],
    [57, undefined, true],
    [0, undefined, false],
    [49, undefined, false],
    [176, 'yyyy"年"m"月"d"日"', true],
    [177, '[$-804]yyyy/m/d;@', true],
    [178, '0.00E+00', false],
    [179, '#,##0 "days"', false],
    [180, '[Red]0.0', false],
    [181, '[h]:mm', true],
    [182, 'General', false],
    [183, '@', false],
  ])('format %d %s', (id, code, expected) => {
    expect(isDateFormat(id, code)).toBe(expected);
  });

  test.each<[string, string | null]>([
    ['2023-05-10 至 2023-05-15', '2023-05-10 2023-05-15'],
    ['2023.5.10-2023.5.15', '2023-05-10 2023-05-15'],
    ['2023年5月10日至15日', '2023-05-10 2023-05-15'],
    ['2023年5月10日-6月2日', '2023-05-10 2023-06-02'],
    ['2023/12/30~2024/1/5', '2023-12-30 2024-01-05'],
    ['2023-05-10', '2023-05-10 2023-05-10'],
    ['五月中旬', null],
    ['2023-05-10 至 2023-05-32', null],
  ])('span %s', (written, expected) => {
    const span = daySpan(written);
    expect(span && `${span.startsOn} ${span.endsOn}`).toBe(expected);
  });
});

describe('numbers of people', () => {
  test.each<[string, Cell, string]>([
    ['as text', text('119900199003070017'), '119900199003070017'],
    ['small x', text('11990019900307005x'), '11990019900307005X'],
    ['full width', text('１１９９００１９９００３０７００５ｘ'), '11990019900307005X'],
    ['with spaces', text(' 119900 19900307 0017 '), '119900199003070017'],
    ['after an apostrophe', text("'119900199003070017"), '119900199003070017'],
    ['as a number whose end is lost', number('119900199003070000'), '! identity_truncated'],
    ['in scientific notation', number('1.1990019900307E+17'), '! identity_truncated'],
    ['in scientific notation, as text of a CSV', text('1.199E+17'), '! identity_truncated'],
    ['text that came from a lost number', text('119900199003070000'), '! identity_truncated'],
    ['as a whole number that a program could hold', number('119900199003070017'), '119900199003070017'],
    ['wrong check digit', text('119900199003070018'), '! id_check_digit'],
    ['no such birth date', text('119900200102290010'), '! id_birth_date'],
    ['born tomorrow', text('119900203001010018'), '! id_future'],
    ['fifteen digits', text('119900900307001'), '! id_fifteen'],
    ['a name', text('王芳'), '! id_format'],
    ['nothing', text('  '), '! required'],
  ])('identity number %s', (_, cell, expected) => {
    expect(told(parseIdentity(cell, 'resident_id', TODAY))).toBe(expected);
  });

  test.each<[Cell, string]>([
    [text('169 0000 0001'), '16900000001'],
    [number('16900000001'), '16900000001'],
    [number('1.6900000001E10'), '16900000001'],
    [text('＋８６-16900000001'), '16900000001'],
    [text('1690000000'), '! phone_invalid'],
    [text('010-65550100'), '! phone_invalid'],
  ])('phone %o', (cell, expected) => {
    expect(told(parsePhone(cell))).toBe(expected);
  });

  test.each<[Cell, string]>([
    [text('S000011000123245000001'), 'S000011000123245000001'],
    [text('ｓ0000 1100 0123 2450 00001'), 'S000011000123245000001'],
    [number('1.9110000001123E15'), '! number_truncated'],
    [text('1.91E+15'), '! number_truncated'],
    [number('20230017'), '20230017'],
  ])('certificate number %o', (cell, expected) => {
    expect(told(parseCode(cell, 60))).toBe(expected);
  });

  test.each<[string, string]>([
    ['阿依古丽·买买提', '阿依古丽·买买提'],
    ['阿依古丽.买买提', '阿依古丽·买买提'],
    ['王 芳', '王芳'],
    ['王芳1', '! name_invalid'],
    ['王', '! name_invalid'],
  ])('name %s', (written, expected) => {
    expect(told(parseName(text(written)))).toBe(expected);
  });
});

describe('other cells', () => {
  test.each<[Cell, boolean | string]>([
    [text('是'), true],
    [text('√'), true],
    [text('否'), false],
    [text('无'), false],
    [number('1'), true],
    [{ text: '否', kind: 'boolean' }, false],
    [text('也许'), '! yes_or_no'],
  ])('yes or no %o', (cell, expected) => {
    expect(told(parseYesNo(cell))).toBe(expected);
  });

  test.each<[Cell, number | string]>([
    [text('60学时'), 60],
    [text('1,200'), 1200],
    [text('82.5分'), 82.5],
    [text('-1'), '! number_range'],
    [text('很多'), '! number_unreadable'],
  ])('number %o', (cell, expected) => {
    expect(told(parseNumber(cell, { min: 0, max: 2000, whole: false }))).toBe(expected);
  });

  test('a whole number has no fraction', () => {
    expect(told(parseNumber(text('2.5'), { min: 0, max: 9, whole: true }))).toBe('! number_not_whole');
  });

  test('a choice is understood by its words, and its list is said otherwise', () => {
    const words = { 保育人员: 'caregiver', '五级/初级工': '5' };
    expect(told(parseChoice(text(' 保育 人员'), words))).toBe('caregiver');
    expect(told(parseChoice(text('五级（初级工）'), words))).toBe('5');
    expect(parseChoice(text('园丁'), words)).toMatchObject({ code: 'not_in_list', params: { list: '保育人员、五级/初级工' } });
  });

  test.each(['', '-', '无', '/', '长期', 'N/A'])('"%s" is nothing', (written) => {
    expect(cellText(text(written))).toBe('');
  });

  test('errors and formulas without their value cannot be read', () => {
    expect(unreadable({ text: '#N/A', kind: 'error' })).toBe('cell_error');
    expect(unreadable({ text: '', kind: 'text', formula: true })).toBe('formula_without_value');
    expect(unreadable({ text: '王芳', kind: 'text', formula: true })).toBeNull();
  });

  test('columns and plain numbers', () => {
    expect([columnIndex('A1'), columnIndex('AB12'), columnLetters(27)]).toEqual([0, 27, 'AB']);
    expect([plainNumber('1.2E3'), plainNumber('12.0'), plainNumber('0.5'), plainNumber('x')]).toEqual(['1200', '12', '0.5', 'x']);
  });
});
