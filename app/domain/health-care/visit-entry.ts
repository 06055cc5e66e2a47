import { type RowValues, textIn } from '../excel/import-kind';
import type { RowProblem } from '../excel/row-problem';
import { addDays } from '../shared/period';
import { type FindingStatus, type FindingWeight, LONGEST_AHEAD_DAYS, type VisitKind } from './visit';

/** A row of the register of visits as it will be kept; a visit that found nothing has no finding. */
export interface VisitEntry {
  visitedOn: string | null;
  visitor: string;
  kind: VisitKind;
  metWith: string;
  summary: string;
  finding: { statement: string; weight: FindingWeight; mendByOn: string; status: FindingStatus } | null;
}

const chosen = <Code extends string>(values: RowValues, key: string, fallback: Code): Code =>
  (textIn(values, key) as Code | null) ?? fallback;

export function visitEntry(values: RowValues): VisitEntry {
  const statement = textIn(values, 'statement');
  const mendByOn = textIn(values, 'mendByOn');
  return {
    visitedOn: textIn(values, 'visitedOn'),
    visitor: textIn(values, 'visitor') ?? '',
    // A follow-up of a visit that nobody named is kept as what it was: a visit.
    kind: chosen<VisitKind>(values, 'kind', 'routine'),
    metWith: textIn(values, 'metWith') ?? '',
    summary: textIn(values, 'summary') ?? '',
    finding:
      statement === null || mendByOn === null
        ? null
        : {
            statement,
            weight: chosen<FindingWeight>(values, 'weight', 'minor'),
            mendByOn,
            status: chosen<FindingStatus>(values, 'status', 'open'),
          },
  };
}

/** What does not fit together within the row. Cells that could not be read have been said already. */
export function visitProblems(values: RowValues): RowProblem[] {
  const problems: RowProblem[] = [];
  const [visitedOn, statement, mendByOn] = ['visitedOn', 'statement', 'mendByOn'].map((key) => textIn(values, key));
  if (statement && !mendByOn) problems.push({ column: 'mendByOn', code: 'required' });
  if (!statement && (mendByOn || textIn(values, 'status'))) problems.push({ column: 'statement', code: 'required' });
  if (visitedOn && mendByOn && mendByOn < visitedOn) problems.push({ column: 'mendByOn', code: 'ends_before_start' });
  if (visitedOn && mendByOn && mendByOn > addDays(visitedOn, LONGEST_AHEAD_DAYS))
    problems.push({ column: 'mendByOn', code: 'mend_by_far' });
  return problems;
}
