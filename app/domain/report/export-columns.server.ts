import { formatDate, formatDateTime } from '~/i18n/format';
import type { Language } from '~/i18n/languages';
import { translate } from '~/i18n/translate';
import type { WordKey, WordParams } from '~/i18n/words';
import type { ExcelColumn } from '../excel/write-table.server';
import { findDistrict } from '../organisation/districts';

/** Excel refuses longer texts. */
const LONGEST = 32_000;
const CLASS_HOUR = 45;

/** What a list says its columns with. */
export interface Columns<Row> {
  language: Language;
  word(key: WordKey, params?: WordParams): string;
  /** The word for a code that is known at run time: `coded('class:status', row.status)`; nothing for none. */
  coded(prefix: string, code: string | null | undefined): string;
  district(code: string | null): string;
  text(header: WordKey | { said: string }, cell: (row: Row) => string | null | undefined, width?: number): ExcelColumn<Row>;
  number(header: WordKey | { said: string }, cell: (row: Row) => number | null | undefined, width?: number): ExcelColumn<Row>;
  /** Class hours of a number of minutes. */
  hours(header: WordKey, cell: (row: Row) => number | null | undefined): ExcelColumn<Row>;
  date(header: WordKey, cell: (row: Row) => string | Date | null | undefined): ExcelColumn<Row>;
  moment(header: WordKey, cell: (row: Row) => string | Date | null | undefined): ExcelColumn<Row>;
}

export function columnsIn<Row>(language: Language): Columns<Row> {
  const word = (key: WordKey, params?: WordParams) => translate(language, key, params);
  const head = (header: WordKey | { said: string }) => (typeof header === 'string' ? word(header) : header.said);
  const text: Columns<Row>['text'] = (header, cell, width = 18) => ({
    header: head(header),
    width,
    text: true,
    cell: (row) => cell(row)?.slice(0, LONGEST) ?? null,
  });
  const number: Columns<Row>['number'] = (header, cell, width = 12) => ({ header: head(header), width, cell: (row) => cell(row) ?? null });
  return {
    language,
    word,
    coded: (prefix, code) => (code ? word(`${prefix}.${code}` as WordKey) : ''),
    district: (code) => (code === null ? word('organisation:cityLevel') : (findDistrict(code)?.[language === 'en' ? 'en' : 'zh'] ?? code)),
    text,
    number,
    hours: (header, cell) => number(header, (row) => inHours(cell(row)), 10),
    date: (header, cell) => text(header, (row) => said(cell(row), formatDate), 13),
    moment: (header, cell) => text(header, (row) => said(cell(row), formatDateTime), 18),
  };
}

const said = (at: string | Date | null | undefined, say: (at: string | Date) => string): string | null => (at ? say(at) : null);

/** With one decimal. */
const inHours = (minutes: number | null | undefined): number | null =>
  minutes === null || minutes === undefined ? null : Math.round((minutes / CLASS_HOUR) * 10) / 10;
