import { normaliseName } from '../shared/name';
import { toHalfWidth, withoutInvisible } from '../shared/text';
import { isCreditBankNumber, isPoints } from './evaluation';
import type { ResultRow } from './result';

export const RESULT_PASTE_ERRORS = [
  'paste_empty',
  'paste_unknown',
  'paste_same_name',
  'paste_repeated',
  'paste_not_points',
  'paste_credit_number',
  'paste_nothing',
] as const;

export interface PasteProblem {
  line: number;
  code: (typeof RESULT_PASTE_ERRORS)[number];
  name: string;
  value: string;
}

interface ListedCandidate {
  id: string;
  number: string;
  name: string;
}

type Column = 'number' | 'name' | 'theory' | 'practical' | 'credit' | 'other';

const HEADERS: readonly (readonly [RegExp, Column])[] = [
  [/考生号|准考证|candidate/i, 'number'],
  [/姓\s*名|^name$/i, 'name'],
  [/理论|theory/i, 'theory'],
  [/实操|实践|技能|practical/i, 'practical'],
  [/学分银行|credit/i, 'credit'],
];
const WITHOUT_HEADER: readonly Column[] = ['number', 'name', 'theory', 'practical', 'credit'];
const ABSENT = /^(缺考|缺席|absent)$/i;

const cellsOf = (line: string): string[] => line.split('\t').map((cell) => toHalfWidth(withoutInvisible(cell)).trim());
const columnOf = (header: string): Column => HEADERS.find(([pattern]) => pattern.test(header))?.[1] ?? 'other';

/** Rows copied from Excel (tabs): with a header row any order of columns; 缺考 in a cell marks an absence. */
export function readResultPaste(text: string, candidates: readonly ListedCandidate[]): { rows: ResultRow[]; problems: PasteProblem[] } {
  const lines = text.split(/\r\n|\r|\n/).map((line, at) => ({ line: at + 1, cells: cellsOf(line) }));
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const titles = filled[0]?.cells.map(columnOf) ?? [];
  const hasHeader = titles.includes('name') || titles.includes('number');
  const columns = hasHeader ? titles : WITHOUT_HEADER;
  const body = hasHeader ? filled.slice(1) : filled;
  if (body.length === 0) return { rows: [], problems: [{ line: 1, code: 'paste_empty', name: '', value: '' }] };
  const rows: ResultRow[] = [];
  const problems: PasteProblem[] = [];
  for (const { line, cells } of body) {
    const at = (column: Column): string => cells[columns.indexOf(column)] ?? '';
    const who = find(at('number'), normaliseName(at('name')), candidates);
    const fail = (code: PasteProblem['code'], value = '') => problems.push({ line, code, name: at('name') || at('number'), value });
    if (typeof who === 'string') fail(who);
    else if (rows.some((row) => row.candidate === who.id)) fail('paste_repeated');
    else {
      const read = readRow(who.id, at);
      if ('code' in read) fail(read.code, read.value);
      else rows.push(read);
    }
  }
  return { rows, problems };
}

/** By number where one is given, which no name can change; else by a name that only one candidate has. */
function find(number: string, name: string, candidates: readonly ListedCandidate[]): ListedCandidate | 'paste_unknown' | 'paste_same_name' {
  const found = candidates.filter((each) => (number === '' ? each.name === name : each.number === number.toUpperCase()));
  const [who, second] = found;
  if (who === undefined || (number !== '' && name !== '' && who.name !== name)) return 'paste_unknown';
  return second === undefined ? who : 'paste_same_name';
}

function readRow(candidate: string, at: (column: Column) => string): ResultRow | { code: PasteProblem['code']; value: string } {
  const row: ResultRow = { candidate };
  for (const part of ['theory', 'practical'] as const) {
    const cell = at(part);
    if (cell === '') continue;
    if (ABSENT.test(cell)) row.absent = true;
    else if (!/^\d{1,3}(\.\d+)?$/.test(cell) || !isPoints(Number(cell))) return { code: 'paste_not_points', value: cell };
    else row[part] = Number(cell);
  }
  const credit = at('credit');
  if (credit !== '' && !isCreditBankNumber(credit)) return { code: 'paste_credit_number', value: credit };
  if (credit !== '') row.creditBankNo = credit;
  return Object.keys(row).length === 1 ? { code: 'paste_nothing', value: '' } : row;
}
