import { beijingDate, endOfDay } from '../shared/period';

export const CLASS_STATUSES = [
  'planned',
  'enrolling',
  'full',
  'in_progress',
  'assessing',
  'closing_review',
  'closed',
  'cancelled',
] as const;
export type ClassStatus = (typeof CLASS_STATUSES)[number];

/** `system` moves follow the calendar and the seats; `reviewer` is the provider's district or the city. */
export interface ClassMove {
  from: ClassStatus;
  to: ClassStatus;
  by: 'open' | 'fill' | 'free' | 'start' | 'finish_lessons' | 'submit_closing' | 'return_closing' | 'close' | 'cancel';
  who: 'system' | 'provider' | 'reviewer';
}

export const CLASS_MOVES: readonly ClassMove[] = [
  { from: 'planned', to: 'enrolling', by: 'open', who: 'system' },
  { from: 'enrolling', to: 'full', by: 'fill', who: 'system' },
  { from: 'full', to: 'enrolling', by: 'free', who: 'system' },
  { from: 'planned', to: 'in_progress', by: 'start', who: 'system' },
  { from: 'enrolling', to: 'in_progress', by: 'start', who: 'system' },
  { from: 'full', to: 'in_progress', by: 'start', who: 'system' },
  { from: 'in_progress', to: 'assessing', by: 'finish_lessons', who: 'system' },
  { from: 'assessing', to: 'in_progress', by: 'start', who: 'system' },
  { from: 'assessing', to: 'closing_review', by: 'submit_closing', who: 'provider' },
  { from: 'closing_review', to: 'assessing', by: 'return_closing', who: 'reviewer' },
  { from: 'closing_review', to: 'closed', by: 'close', who: 'reviewer' },
  { from: 'planned', to: 'cancelled', by: 'cancel', who: 'provider' },
  { from: 'enrolling', to: 'cancelled', by: 'cancel', who: 'provider' },
  { from: 'full', to: 'cancelled', by: 'cancel', who: 'provider' },
  { from: 'in_progress', to: 'cancelled', by: 'cancel', who: 'provider' },
  { from: 'assessing', to: 'cancelled', by: 'cancel', who: 'provider' },
];

/** Nothing has been taught; seats may still be taken when the window is open. */
export const CLASS_BEFORE_START: readonly ClassStatus[] = ['planned', 'enrolling', 'full'];
/** Attendance and scores may be written. */
export const CLASS_TEACHING: readonly ClassStatus[] = ['in_progress', 'assessing'];
/** The provider may move, cancel or change it. */
export const CLASS_OPEN: readonly ClassStatus[] = [...CLASS_BEFORE_START, ...CLASS_TEACHING];
/** Nothing moves it any more. */
export const CLASS_FINAL: readonly ClassStatus[] = ['closed', 'cancelled'];

export const mayMove = (from: ClassStatus, to: ClassStatus): boolean => CLASS_MOVES.some((move) => move.from === from && move.to === to);

export const LESSON_KINDS = ['theory', 'practice'] as const;
export type LessonKind = (typeof LESSON_KINDS)[number];

export const LESSON_STATUSES = ['scheduled', 'cancelled'] as const;
export type LessonStatus = (typeof LESSON_STATUSES)[number];

/** What the provider decides about a class below its minimum size when the window ends. */
export const MINIMUM_DECISIONS = ['pending', 'proceed', 'extend', 'cancel'] as const;
export type MinimumDecision = (typeof MINIMUM_DECISIONS)[number];

/** First and last day of enrolment; it closes at 24:00 of the last. */
export interface EnrolmentWindow {
  enrolFromOn: string;
  enrolUntilOn: string;
}

export const enrolmentWindowState = (window: EnrolmentWindow, now: Date): 'not_open' | 'open' | 'closed' => {
  const today = beijingDate(now);
  if (today < window.enrolFromOn) return 'not_open';
  return today <= window.enrolUntilOn ? 'open' : 'closed';
};

export interface ClassClock extends EnrolmentWindow {
  status: ClassStatus;
  startsAt: Date;
  /** Last day with a lesson; the phase of assessment begins at its 24:00. */
  endsOn: string;
  capacity: number;
  seatsTaken: number;
}

/** What a class is at an instant: decisions as stored, the rest from the calendar, even when no job has moved the row. */
export const classPhase = (clock: ClassClock, now: Date): ClassStatus => {
  if (clock.status === 'closing_review' || clock.status === 'closed' || clock.status === 'cancelled') return clock.status;
  if (now >= endOfDay(clock.endsOn)) return 'assessing';
  if (now >= clock.startsAt) return 'in_progress';
  if (enrolmentWindowState(clock, now) === 'not_open') return 'planned';
  return clock.seatsTaken >= clock.capacity ? 'full' : 'enrolling';
};

/** The window has ended, nothing has begun, and fewer hold a seat than the class needs. */
export const isBelowMinimum = (clock: ClassClock & { minimumSize: number }, now: Date): boolean =>
  CLASS_BEFORE_START.includes(clock.status) &&
  now < clock.startsAt &&
  enrolmentWindowState(clock, now) === 'closed' &&
  clock.seatsTaken < clock.minimumSize;
