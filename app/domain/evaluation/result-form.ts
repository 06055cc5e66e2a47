import { isPoints } from './evaluation';
import type { ResultRow } from './result';

type Form = Readonly<Record<string, unknown>>;

const CELL = /^(theory|practical|creditBankNo|absent)\.([0-9a-f-]{36})$/;

/** Names of the grid's fields: `<part>.<candidate>`. */
const cellsOf = (form: Form) =>
  Object.entries(form).flatMap(([name, value]) => {
    const [, part, candidate] = CELL.exec(name) ?? [];
    return part && candidate && typeof value === 'string' ? [{ name, part, candidate, value }] : [];
  });

const pointsIn = (value: string): number => (/^\d{1,3}(\.\d)?$/.test(value) && isPoints(Number(value)) ? Number(value) : Number.NaN);

/** One row for each candidate whom the grid showed; what is no number of points is said at its cell. */
export function readResultGrid(form: Form, shown: readonly string[], complain: (name: string, code: 'points_range') => void): ResultRow[] {
  const rows = new Map<string, ResultRow>(shown.map((candidate) => [candidate, { candidate, absent: false }]));
  for (const { name, part, candidate, value } of cellsOf(form)) {
    const row = rows.get(candidate);
    if (!row) continue;
    if (part === 'absent') row.absent = true;
    else if (part === 'creditBankNo') row.creditBankNo = value || null;
    else if (part === 'theory' || part === 'practical') {
      row[part] = value === '' ? null : pointsIn(value);
      if (Number.isNaN(row[part])) complain(name, 'points_range');
    }
  }
  return [...rows.values()];
}

export const readCreditGrid = (form: Form): ResultRow[] =>
  cellsOf(form).flatMap(({ part, candidate, value }) => (part === 'creditBankNo' ? [{ candidate, creditBankNo: value || null }] : []));
