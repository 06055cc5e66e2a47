import { addDays, addMonths } from '../shared/period';
import { comparable } from '../shared/text';

/** What a lecturer or expert is asked for. */
export const LECTURER_FIELDS = [
  'law_and_ethics',
  'child_development',
  'care_and_feeding',
  'health_care',
  'safety',
  'management',
  'early_learning',
  'family_guidance',
] as const;
export type LecturerField = (typeof LECTURER_FIELDS)[number];

/** Proposed by a provider, approved by the commission for a time. Whether the time is over follows from its last day. */
export const LECTURER_STATUSES = ['submitted', 'approved', 'returned', 'withdrawn'] as const;
export type LecturerStatus = (typeof LECTURER_STATUSES)[number];

export const LECTURER_KINDS = ['lecturer', 'expert'] as const;
export type LecturerKind = (typeof LECTURER_KINDS)[number];

export interface LecturerMove {
  from: readonly LecturerStatus[];
  to: LecturerStatus;
  by: 'edit' | 'approve' | 'return' | 'renew' | 'withdraw';
}

/** A renewal leaves the approval as it is until it is decided: she teaches on to her last day. */
export const LECTURER_MOVES: readonly LecturerMove[] = [
  { from: ['submitted', 'returned'], to: 'submitted', by: 'edit' },
  { from: ['submitted', 'approved'], to: 'approved', by: 'approve' },
  { from: ['submitted'], to: 'returned', by: 'return' },
  { from: ['approved'], to: 'approved', by: 'return' },
  { from: ['approved'], to: 'approved', by: 'renew' },
  { from: ['submitted', 'approved', 'returned'], to: 'withdrawn', by: 'withdraw' },
];

export const lecturerMove = (from: LecturerStatus, by: LecturerMove['by']): LecturerStatus | null =>
  LECTURER_MOVES.find((move) => move.by === by && move.from.includes(from))?.to ?? null;

/** How she stands on a day: what is shown, filtered and warned about. */
export const LECTURER_STANDINGS = ['submitted', 'approved', 'lapsing', 'lapsed', 'returned', 'withdrawn'] as const;
export type LecturerStanding = (typeof LECTURER_STANDINGS)[number];

export interface Approval {
  status: LecturerStatus;
  approvedFromOn: string | null;
  /** Last day. */
  approvedUntilOn: string | null;
}

export const standingOf = (
  { status, approvedUntilOn }: Pick<Approval, 'status' | 'approvedUntilOn'>,
  today: string,
  lapsingDays: number,
): LecturerStanding => {
  if (status !== 'approved' || approvedUntilOn === null) return status;
  if (approvedUntilOn < today) return 'lapsed';
  return approvedUntilOn <= addDays(today, lapsingDays) ? 'lapsing' : 'approved';
};

export const isApprovedOn = ({ status, approvedFromOn, approvedUntilOn }: Approval, date: string): boolean =>
  status === 'approved' && approvedFromOn !== null && approvedUntilOn !== null && approvedFromOn <= date && date <= approvedUntilOn;

/** The last day of so many years that begin on a day. */
export const lastDayOf = (fromOn: string, years: number): string => addDays(addMonths(fromOn, years * 12), -1);

/**
 * The approval after a decision: one that still runs is prolonged from its end, one that is over or was never given
 * begins today.
 */
export const nextApproval = (before: Approval, today: string, years: number): { fromOn: string; untilOn: string } => {
  const { approvedFromOn, approvedUntilOn } = before;
  const runs = before.status === 'approved' && approvedFromOn !== null && approvedUntilOn !== null && approvedUntilOn >= today;
  if (!runs) return { fromOn: today, untilOn: lastDayOf(today, years) };
  return { fromOn: approvedFromOn, untilOn: lastDayOf(addDays(approvedUntilOn, 1), years) };
};

/** A renewal is asked for when the end is near or past, once. */
export const mayAskRenewal = (standing: LecturerStanding, renewalAsked: boolean): boolean =>
  !renewalAsked && (standing === 'lapsing' || standing === 'lapsed');

export interface Namesake {
  name: string;
  employer: string;
  personId: string | null;
}

/** Entered twice: the same person of the platform, or the same name at the same employer. */
export const isSameLecturer = (a: Namesake, b: Namesake): boolean =>
  a.personId !== null && b.personId !== null
    ? a.personId === b.personId
    : comparable(a.name) === comparable(b.name) && comparable(a.employer) === comparable(b.employer);
