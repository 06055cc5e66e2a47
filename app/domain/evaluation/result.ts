import { type CandidateStatus, isCreditBankNumber, isPoints } from './evaluation';
import type { SittingDays } from './sitting';

export interface PassMarks {
  theoryPass: number;
  practicalPass: number;
}

export interface Points {
  theoryPoints: number | null;
  practicalPoints: number | null;
}

/** Both parts reach their mark, exactly compared; who has only one part's points has no result yet. */
export function resultOf({ theoryPoints, practicalPoints }: Points, pass: PassMarks): 'passed' | 'failed' | null {
  if (theoryPoints === null || practicalPoints === null) return null;
  return theoryPoints >= pass.theoryPass && practicalPoints >= pass.practicalPass ? 'passed' : 'failed';
}

/** One row of results. What is left out stays; `null` takes points or a number back. */
export interface ResultRow {
  /** Id or number of the candidate. */
  candidate: string;
  theory?: number | null;
  practical?: number | null;
  absent?: boolean;
  creditBankNo?: string | null;
}

const RESULT_PROBLEMS = [
  'candidate_unknown',
  'candidate_withdrawn',
  'candidate_repeated',
  'absent_with_points',
  'points_range',
  'exam_not_yet',
  'results_published',
  'credit_number_format',
] as const;
type ResultProblem = (typeof RESULT_PROBLEMS)[number];

export interface ResultError {
  /** Position in the list given, from zero. */
  row: number;
  candidate: string;
  field: 'candidate' | 'theory' | 'practical' | 'absent' | 'creditBankNo';
  code: ResultProblem;
}

export interface KnownCandidate extends Points {
  id: string;
  number: string;
  status: CandidateStatus;
  creditBankNo: string | null;
}

export interface ResultChange extends Points {
  id: string;
  status: CandidateStatus;
  creditBankNo: string | null;
  before: Points & { absent: boolean; creditBankNo: string | null };
}

interface Rules extends Pick<SittingDays, 'theoryOn' | 'practicalOn'> {
  today: string;
  /** Points are settled; the credit-bank number may still be entered. */
  published: boolean;
}

/** What the rows change, and what is wrong with the others. Rows that say what stands there already change nothing. */
export function resultChanges(rows: readonly ResultRow[], candidates: readonly KnownCandidate[], rules: Rules) {
  const known = new Map(candidates.flatMap((each) => [[each.id, each] as const, [each.number, each] as const]));
  const seen = new Set<string>();
  const changes: ResultChange[] = [];
  const errors: ResultError[] = [];
  for (const [at, row] of rows.entries()) {
    const who = known.get(row.candidate);
    const found = who === undefined ? unknown : seen.has(who.id) ? repeated : problemOf(row, who, rules);
    if (found || !who) {
      errors.push({ row: at, candidate: row.candidate, ...(found ?? unknown) });
      continue;
    }
    seen.add(who.id);
    const change = changeOf(row, who);
    if (differs(change)) changes.push(change);
  }
  return { changes, errors };
}

type Found = Pick<ResultError, 'field' | 'code'>;
const unknown: Found = { field: 'candidate', code: 'candidate_unknown' };
const repeated: Found = { field: 'candidate', code: 'candidate_repeated' };

const isAbsent = ({ status }: KnownCandidate): boolean => status === 'absent';

function problemOf(row: ResultRow, who: KnownCandidate, rules: Rules): Found | null {
  if (who.status === 'withdrawn') return { field: 'candidate', code: 'candidate_withdrawn' };
  if (row.creditBankNo && !isCreditBankNumber(row.creditBankNo)) return { field: 'creditBankNo', code: 'credit_number_format' };
  const change = changeOf(row, who);
  const moves = change.theoryPoints !== who.theoryPoints || change.practicalPoints !== who.practicalPoints || change.status !== who.status;
  if (rules.published && moves) return { field: 'theory', code: 'results_published' };
  if (rules.published) return null;
  if (row.absent && (isGiven(row.theory) || isGiven(row.practical))) return { field: 'absent', code: 'absent_with_points' };
  for (const [field, on] of [
    ['theory', rules.theoryOn],
    ['practical', rules.practicalOn],
  ] as const) {
    const points = row[field];
    if (!isGiven(points)) continue;
    if (!isPoints(points)) return { field, code: 'points_range' };
    if (rules.today < on) return { field, code: 'exam_not_yet' };
  }
  return row.absent && rules.today < rules.theoryOn ? { field: 'absent', code: 'exam_not_yet' } : null;
}

const isGiven = (points: number | null | undefined): points is number => points !== null && points !== undefined;

function changeOf(row: ResultRow, who: KnownCandidate): ResultChange {
  const absent = row.absent ?? (isAbsent(who) && !isGiven(row.theory) && !isGiven(row.practical));
  const settled = who.status === 'passed' || who.status === 'failed';
  return {
    id: who.id,
    theoryPoints: absent ? null : row.theory === undefined ? who.theoryPoints : row.theory,
    practicalPoints: absent ? null : row.practical === undefined ? who.practicalPoints : row.practical,
    status: absent ? 'absent' : settled ? who.status : 'registered',
    creditBankNo: row.creditBankNo === undefined ? who.creditBankNo : row.creditBankNo,
    before: {
      theoryPoints: who.theoryPoints,
      practicalPoints: who.practicalPoints,
      absent: isAbsent(who),
      creditBankNo: who.creditBankNo,
    },
  };
}

const differs = ({ before, ...after }: ResultChange): boolean =>
  before.theoryPoints !== after.theoryPoints ||
  before.practicalPoints !== after.practicalPoints ||
  before.absent !== (after.status === 'absent') ||
  before.creditBankNo !== after.creditBankNo;
