import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type CheckBatch, type CheckedRow, type ImportKind, seenBefore } from '../excel/import-engine.server';
import { flagIn, numberIn, textIn } from '../excel/import-kind';
import type { ParsedRow } from '../excel/read-row';
import { ROW_PROBLEMS, type RowProblem } from '../excel/row-problem';
import { namedPerson } from '../person/known-persons.server';
import type { CandidateStatus, SittingStatus } from './evaluation';
import { type ResultChange, type ResultRow, resultChanges } from './result';
import { RESULT_COLUMNS } from './result-columns';
import { applyResults, blocksOfResults, undoResults } from './write-imported-results.server';

/** Theory and practical results of the organisation's own sittings; the same rules as on the page of a sitting. */
export const importResults: ImportKind = {
  name: 'x_results',
  sheets: ['成绩', '成绩表', '考试成绩'],
  columns: RESULT_COLUMNS,
  roles: ['evaluator'],
  check,
  apply: applyResults,
  blocks: blocksOfResults,
  undo: undoResults,
};

interface Registered {
  id: string;
  number: string;
  status: CandidateStatus;
  theoryPoints: number | null;
  practicalPoints: number | null;
  creditBankNo: string | null;
  name: string;
  hash: string;
  code: string;
  sittingStatus: SittingStatus;
  theoryOn: string;
  practicalOn: string;
}

/** Candidates of the organisation's sittings by number, and by sitting and document. */
async function registered(tx: Tx, organisationId: string, numbers: readonly string[], hashes: readonly string[]) {
  const rows = await tx.execute<Registered & Record<string, unknown>>(sql`
    select c.id, c.number, c.status, c.theory_points::float8 as "theoryPoints", c.practical_points::float8 as "practicalPoints",
      c.credit_bank_no as "creditBankNo", p.name, p.id_number_hash as hash, s.code, s.status as "sittingStatus",
      s.theory_on::text as "theoryOn", s.practical_on::text as "practicalOn"
    from candidate c join sitting s on s.id = c.sitting_id join person p on p.id = c.person_id
    where s.organisation_id = ${organisationId} and (c.number in (select jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb))
      or p.id_number_hash in (select jsonb_array_elements_text(${JSON.stringify(hashes)}::jsonb)))
    order by c.status = 'withdrawn', c.registered_at desc`);
  return [...rows];
}

async function check(batch: CheckBatch): Promise<CheckedRow[]> {
  const named = batch.rows.map((row) => namedPerson(row.values));
  const candidates = await registered(
    batch.tx,
    batch.scope.organisation.id,
    batch.rows.flatMap(({ values }) => textIn(values, 'candidate') ?? []),
    named.flatMap((person) => person?.hash ?? []),
  );
  return batch.rows.map((row, at) => checkRow(batch, row, named[at]?.hash ?? null, candidates));
}

function find(row: ParsedRow, hash: string | null, candidates: readonly Registered[]): Registered | RowProblem {
  const number = textIn(row.values, 'candidate');
  const code = textIn(row.values, 'sitting');
  if (number !== null) {
    const found = candidates.find((each) => each.number.toUpperCase() === number);
    if (!found) return { column: 'candidate', code: 'candidate_unknown' };
    if (code !== null && found.code.toUpperCase() !== code) return { column: 'sitting', code: 'sitting_unknown' };
    return hash !== null && found.hash !== hash ? { column: 'idNumber', code: 'candidate_unknown' } : found;
  }
  if (hash === null) return { column: 'candidate', code: 'required' };
  const own = candidates.filter((each) => each.hash === hash && (code === null || each.code.toUpperCase() === code));
  const open = own.filter(({ sittingStatus }) => sittingStatus === 'open');
  const [only, ...more] = code === null ? open : own;
  if (only && more.length === 0) return only;
  return own.length > 1
    ? { column: 'sitting', code: 'required' }
    : { column: code === null ? 'idNumber' : 'sitting', code: 'candidate_unknown' };
}

const COLUMN: Readonly<Record<string, string>> = {
  candidate: 'candidate',
  theory: 'theory',
  practical: 'practical',
  absent: 'absent',
  creditBankNo: 'creditBankNo',
};

function checkRow(batch: CheckBatch, row: ParsedRow, hash: string | null, candidates: readonly Registered[]): CheckedRow {
  const found = find(row, hash, candidates);
  const problems: RowProblem[] = [...row.problems];
  if ('column' in found) return { outcome: 'error', problems: [...problems, found] };
  if (textIn(row.values, 'name') !== null && textIn(row.values, 'name') !== found.name)
    problems.push({ column: 'name', code: 'person_name_differs' });
  if (found.sittingStatus === 'approved' || found.sittingStatus === 'cancelled')
    problems.push({ column: 'sitting', code: 'sitting_closed' });
  const first = seenBefore(batch, found.id, row.rowNo);
  if (first !== undefined) problems.push({ column: 'candidate', code: 'twice_in_file', params: { row: first } });
  const rules = {
    theoryOn: found.theoryOn,
    practicalOn: found.practicalOn,
    today: batch.today,
    published: found.sittingStatus === 'results_entered',
  };
  const { changes, errors } = resultChanges([resultRow(row, found.id)], [found], rules);
  for (const { field, code } of errors) {
    const known = ROW_PROBLEMS.find((each) => each === code) ?? 'number_range';
    problems.push({ column: COLUMN[field] ?? '', code: known, ...(known === 'number_range' && { params: { min: 0, max: 100 } }) });
  }
  if (problems.length > 0) return { outcome: 'error', problems };
  const [change] = changes;
  if (!change) return { outcome: 'same', problems: [], subjectId: found.id };
  const hadNone = found.theoryPoints === null && found.practicalPoints === null && found.status !== 'absent';
  return {
    outcome: hadNone ? 'new' : 'changed',
    problems: [],
    subjectId: found.id,
    values: stored(change),
    before: stored({ ...change, ...before(found) }),
  };
}

/** Empty cells say nothing and change nothing. */
function resultRow({ values }: ParsedRow, candidate: string): ResultRow {
  const theory = numberIn(values, 'theory');
  const practical = numberIn(values, 'practical');
  const absent = flagIn(values, 'absent');
  const creditBankNo = textIn(values, 'creditBankNo');
  return {
    candidate,
    ...(theory !== null && { theory }),
    ...(practical !== null && { practical }),
    ...(absent !== null && { absent }),
    ...(creditBankNo !== null && { creditBankNo }),
  };
}

const before = ({ theoryPoints, practicalPoints, status, creditBankNo }: Registered) => ({
  theoryPoints,
  practicalPoints,
  status,
  creditBankNo,
});

const stored = ({
  theoryPoints,
  practicalPoints,
  status,
  creditBankNo,
}: Pick<ResultChange, 'theoryPoints' | 'practicalPoints' | 'status' | 'creditBankNo'>) => ({
  theory_points: theoryPoints,
  practical_points: practicalPoints,
  status,
  credit_bank_no: creditBankNo,
});
