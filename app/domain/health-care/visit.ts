import type { ActorOrganisation } from '../shared/actor';
import { addDays } from '../shared/period';

/** 日常指导: a visit to an institution's health care. A recorded visit is closed when nothing of it waits to be mended. */
export const VISIT_STATUSES = ['planned', 'recorded', 'closed', 'cancelled'] as const;
export type VisitStatus = (typeof VISIT_STATUSES)[number];

export const VISIT_KINDS = ['routine', 'follow_up', 'special'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

/** What the list of visits shows: `current` is planned or not closed, `late` planned for a day that has passed. */
export const VISIT_STATES = ['current', 'planned', 'late', 'recorded', 'closed', 'cancelled', 'all'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** What the list of findings shows: `waiting` is open or answered. */
export const FINDING_STATES = ['waiting', 'overdue', 'open', 'answered', 'mended', 'withdrawn', 'all'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** What was seen of one line of the checklist. */
export const CHECK_MARKS = ['fine', 'problem', 'not_applicable'] as const;
export type CheckMark = (typeof CHECK_MARKS)[number];

/** `answered`: the institution says it is mended; `mended`: the visitor agrees. */
export const FINDING_STATUSES = ['open', 'answered', 'mended', 'withdrawn'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

export const FINDING_WEIGHTS = ['minor', 'serious'] as const;
export type FindingWeight = (typeof FINDING_WEIGHTS)[number];

export const CHECKLIST_STATUSES = ['draft', 'published', 'withdrawn'] as const;
export type ChecklistStatus = (typeof CHECKLIST_STATUSES)[number];

/** One line of a checklist version. */
export interface ChecklistItem {
  code: string;
  sectionZh: string;
  sectionEn: string;
  textZh: string;
  textEn: string;
  /** Document and clause that it comes from; empty for a proposal. */
  source: string;
}

export interface ItemResult {
  code: string;
  mark: CheckMark;
  note: string;
}

/** Where a visit may go from where it is; anything else is refused. */
const VISIT_MOVES: Readonly<Record<VisitStatus, readonly VisitStatus[]>> = {
  planned: ['recorded', 'cancelled'],
  recorded: ['closed'],
  closed: [],
  cancelled: [],
};
export const mayVisitMove = (from: VisitStatus, to: VisitStatus): boolean => VISIT_MOVES[from].includes(to);

/** `answered → open`: asked again; `open → mended`: seen on the spot, without an answer. */
const FINDING_MOVES: Readonly<Record<FindingStatus, readonly FindingStatus[]>> = {
  open: ['answered', 'mended', 'withdrawn'],
  answered: ['open', 'mended', 'withdrawn'],
  mended: [],
  withdrawn: [],
};
export const mayFindingMove = (from: FindingStatus, to: FindingStatus): boolean => FINDING_MOVES[from].includes(to);

/** Findings that a visit cannot be closed over. */
export const WAITING_FINDINGS = ['open', 'answered'] as const satisfies readonly FindingStatus[];
export const findingWaits = (status: FindingStatus): boolean => (WAITING_FINDINGS as readonly FindingStatus[]).includes(status);

/** The day to mend by is over and the institution has not said that it is mended. The day itself is still in time. */
export const isFindingOverdue = (finding: { status: FindingStatus; mendByOn: string }, today: string): boolean =>
  finding.status === 'open' && finding.mendByOn < today;

/** Planned for a day that has passed. */
export const isPlanOverdue = (visit: { status: VisitStatus; plannedOn: string }, today: string): boolean =>
  visit.status === 'planned' && visit.plannedOn < today;

/** Days beyond which nobody plans a visit or leaves something to be mended. */
export const LONGEST_AHEAD_DAYS = 366;

/** Why a new day to mend by will not do; null where it will. It gives more time, and some of it lies ahead. */
export const extensionProblem = (mendByOn: string, newDay: string, today: string): 'finding_day_not_later' | 'finding_day_far' | null => {
  if (newDay <= mendByOn || newDay < today) return 'finding_day_not_later';
  return newDay > addDays(today, LONGEST_AHEAD_DAYS) ? 'finding_day_far' : null;
};

export const planProblem = (plannedOn: string, today: string): 'visit_in_the_past' | 'visit_day_far' | null => {
  if (plannedOn < today) return 'visit_in_the_past';
  return plannedOn > addDays(today, LONGEST_AHEAD_DAYS) ? 'visit_day_far' : null;
};

/** Whoever went decides on what was found, and so do commissions; a centre leaves the visits of others alone. */
export const mayActOnVisit = (organisation: ActorOrganisation | null, visit: { organisationId: string }): boolean =>
  organisation !== null &&
  (organisation.id === visit.organisationId || organisation.kind === 'commission_district' || organisation.kind === 'commission_city');
