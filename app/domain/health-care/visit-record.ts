import { addDays } from '../shared/period';
import type { RefusalCode, RefusalParams } from '../shared/refusals';
import { type ChecklistItem, type ChecklistStatus, type CheckMark, type FindingWeight, LONGEST_AHEAD_DAYS, type VisitKind } from './visit';

/** Something to be mended, under an id that the phone gave it. */
export interface FoundOnVisit {
  id: string;
  /** Line of the checklist, or null. */
  itemCode: string | null;
  weight: FindingWeight;
  statement: string;
  mendByOn: string;
}

/** A visit as the visitor wrote it down in the field. */
export interface VisitRecord {
  /** Of the planned visit, or new from the phone (UUIDv7). */
  visitId: string;
  institutionId: string;
  kind: VisitKind;
  visitedOn: string;
  checklistId: string;
  results: { code: string; mark: CheckMark; note: string }[];
  findings: FoundOnVisit[];
  summary: string;
  metWith: string;
  /** Instant on the phone's own clock. */
  recordedAt: string;
}

/** What of a checklist version decides whether a visit may be recorded by it. */
export interface RecordedBy {
  status: ChecklistStatus;
  inForceFromOn: string;
  items: readonly Pick<ChecklistItem, 'code'>[];
}

export interface RecordProblem {
  code: RefusalCode;
  field?: string;
  params?: RefusalParams;
}

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const isFieldId = (id: string): boolean => UUID_V7.test(id);

/** Lines without a mark: a reason to look again, never to refuse. */
export const unmarked = (record: Pick<VisitRecord, 'results'>, items: readonly Pick<ChecklistItem, 'code'>[]): string[] => {
  const marked = new Set(record.results.map(({ code }) => code));
  return items.map(({ code }) => code).filter((code) => !marked.has(code));
};

/**
 * The first reason why a record cannot be taken as it is, or null. A phone's clock may be a day ahead. Any version that has
 * come into force by the day will do, since a phone without network does not know of a newer one.
 */
export function recordProblem(record: VisitRecord, checklist: RecordedBy, today: string): RecordProblem | null {
  if (record.visitedOn > addDays(today, 1)) return { code: 'visit_day_in_future', field: 'visitedOn' };
  if (checklist.status !== 'published' || checklist.inForceFromOn > record.visitedOn)
    return { code: 'visit_checklist_not_in_force', field: 'checklistId' };
  return markProblem(record, checklist) ?? findingProblem(record, checklist);
}

function markProblem({ results, findings, summary }: VisitRecord, { items }: RecordedBy): RecordProblem | null {
  const known = new Set(items.map(({ code }) => code));
  const seen = new Set<string>();
  for (const { code, mark, note } of results) {
    if (!known.has(code) || seen.has(code)) return { code: 'visit_line_unknown', field: 'results', params: { line: code } };
    seen.add(code);
    if (mark === 'problem' && note === '' && !findings.some(({ itemCode }) => itemCode === code))
      return { code: 'visit_problem_without_words', field: 'results', params: { line: code } };
  }
  return results.length === 0 && summary === '' ? { code: 'visit_nothing_recorded', field: 'summary' } : null;
}

function findingProblem({ findings, visitedOn }: VisitRecord, { items }: RecordedBy): RecordProblem | null {
  const ids = new Set<string>();
  for (const { id, itemCode, statement, mendByOn } of findings) {
    if (!isFieldId(id) || ids.has(id)) return { code: 'form_malformed', field: 'findings' };
    ids.add(id);
    if (itemCode !== null && !items.some(({ code }) => code === itemCode))
      return { code: 'visit_line_unknown', field: 'findings', params: { line: itemCode } };
    if (statement === '') return { code: 'finding_without_words', field: 'findings' };
    if (mendByOn < visitedOn) return { code: 'finding_day_before_visit', field: 'findings' };
    if (mendByOn > addDays(visitedOn, LONGEST_AHEAD_DAYS)) return { code: 'finding_day_far', field: 'findings' };
  }
  return null;
}
