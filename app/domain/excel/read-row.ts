import { ID_TYPES, maskIdentity, normaliseIdentity } from '../shared/identity';
import { checkContactPhone, maskPhone, normalisePhone } from '../shared/phone';
import { type Cell, plainNumber, type SheetRow } from './cell';
import {
  cellText,
  type Parsed,
  parseCode,
  parseDay,
  parseIdentity,
  parseName,
  parseNumber,
  parsePhone,
  parseText,
  parseYesNo,
  unreadable,
} from './cell-values';
import { parseChoice } from './choices';
import type { ImportColumn, RowValues } from './import-kind';
import type { RowProblem } from './row-problem';

export interface ReadingFacts {
  /** The Beijing day, for days that lie ahead. */
  today: string;
  date1904: boolean;
}

/** One row of data: what was understood, what stands in the file (numbers masked), and what is wrong. */
export interface ParsedRow {
  rowNo: number;
  values: RowValues;
  shown: Record<string, string>;
  problems: RowProblem[];
}

type Value = string | number | boolean;
const SHOWN = 120;

const idTypeOf = (values: Record<string, Value | undefined>, column: string | undefined) =>
  ID_TYPES.find((type) => type === (column && values[column])) ?? 'resident_id';

function parse(
  cell: Cell | undefined,
  column: ImportColumn,
  values: Record<string, Value | undefined>,
  facts: ReadingFacts,
): Parsed<Value> {
  const { type } = column;
  switch (type.is) {
    case 'text':
      return parseText(cell, type.max);
    case 'code':
      return parseCode(cell, type.max);
    case 'name':
      return parseName(cell);
    case 'identity':
      return parseIdentity(cell, idTypeOf(values, type.typeColumn), facts.today);
    case 'phone':
      return parsePhone(cell);
    case 'contact_phone': {
      const check = checkContactPhone(cellText(cell));
      return check.ok ? check : { ok: false, code: 'contact_phone_invalid' };
    }
    case 'day': {
      const day = parseDay(cell, facts.date1904);
      return day.ok && !type.future && day.value > facts.today ? { ok: false, code: 'date_future' } : day;
    }
    case 'yes_no':
      return parseYesNo(cell);
    case 'number':
      return parseNumber(cell, type);
    case 'choice':
      return parseChoice(cell, type.words);
    case 'ignored':
      return { ok: true, value: '' };
  }
}

/** Numbers of people never stand in the clear beside the row. */
function shownText(cell: Cell, { type }: ImportColumn): string {
  const text = cell.kind === 'number' ? plainNumber(cell.text) : cell.text.trim();
  if (type.is === 'identity') return maskIdentity(normaliseIdentity(text).slice(0, 30));
  if (type.is === 'phone') return maskPhone(normalisePhone(text).slice(0, 30));
  return [...text].slice(0, SHOWN).join('');
}

/** Columns that others need (the type of a document) first. */
const inOrder = (columns: readonly ImportColumn[]): readonly ImportColumn[] => {
  const needed = new Set(columns.flatMap(({ type }) => (type.is === 'identity' && type.typeColumn ? [type.typeColumn] : [])));
  return [...columns].sort((a, b) => Number(needed.has(b.key)) - Number(needed.has(a.key)));
};

/** A reader for the rows of one sheet. `places`: key of a column → where it stands in the sheet. */
export function rowReader(columns: readonly ImportColumn[], places: ReadonlyMap<string, number>, facts: ReadingFacts) {
  const present = inOrder(columns.filter(({ key, type }) => places.has(key) && type.is !== 'ignored'));
  return (row: SheetRow): ParsedRow => {
    const values: Record<string, Value | undefined> = {};
    const shown: Record<string, string> = {};
    const problems: RowProblem[] = [];
    for (const column of present) {
      const { key, required, type } = column;
      const cell = row.cells[places.get(key) ?? -1];
      if (cell) shown[key] = shownText(cell, column);
      const broken = unreadable(cell);
      if (broken) problems.push({ column: key, code: broken });
      else if (!cell || (cellText(cell) === '' && !(type.is === 'yes_no' && cell.text.trim() !== ''))) {
        if (required) problems.push({ column: key, code: 'required' });
      } else {
        const parsed = parse(cell, column, values, facts);
        if (parsed.ok) values[key] = parsed.value;
        else problems.push({ column: key, code: parsed.code, ...(parsed.params && { params: parsed.params }) });
      }
    }
    return { rowNo: row.number, values, shown, problems };
  };
}
