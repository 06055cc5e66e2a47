export const SITTING_STATUSES = ['open', 'results_entered', 'approved', 'cancelled'] as const;
export type SittingStatus = (typeof SITTING_STATUSES)[number];

export const CANDIDATE_STATUSES = ['registered', 'withdrawn', 'absent', 'passed', 'failed'] as const;
export type CandidateStatus = (typeof CANDIDATE_STATUSES)[number];

export const X_LEVELS = ['junior', 'middle', 'senior'] as const;
export type XLevel = (typeof X_LEVELS)[number];

export const APPEAL_STATUSES = ['open', 'upheld', 'rejected', 'withdrawn'] as const;
export type AppealStatus = (typeof APPEAL_STATUSES)[number];

/** What the commission counts candidates by, and which of them a list shows. */
export const COUNTED_BY = ['college', 'certificate', 'level', 'year'] as const;
export const CANDIDATE_SHOWN = ['all', ...CANDIDATE_STATUSES, 'certified', 'taught'] as const;

/** How a sitting moves; nothing leads back. */
const SITTING_MOVES: readonly { from: SittingStatus; to: SittingStatus; by: string }[] = [
  { from: 'open', to: 'results_entered', by: 'publish' },
  { from: 'open', to: 'cancelled', by: 'cancel' },
  { from: 'results_entered', to: 'approved', by: 'approve' },
];

export const maySittingMove = (from: SittingStatus, to: SittingStatus): boolean =>
  SITTING_MOVES.some((move) => move.from === from && move.to === to);

/** Suggested by the product, changed for each sitting: no document of the scheme fixes them. */
export const DEFAULT_PASS_POINTS = 60;
export const DEFAULT_APPEAL_DAYS = 7;
/** Working days in which the evaluation organisation answers an appeal (suggested). */
export const APPEAL_ANSWER_WORKING_DAYS = 5;
/** Years for which an assessor who taught a candidate is pointed out (suggested). */
export const TAUGHT_WITHIN_YEARS = 3;

export const isPoints = (value: number): boolean => value >= 0 && value <= 100 && Number.isInteger(Math.round(value * 100) / 10);

/** Numbers of a credit-bank account: the form is not published, so only what cannot be one is refused. */
export const isCreditBankNumber = (value: string): boolean => /^[A-Za-z0-9-]{4,40}$/.test(value);
