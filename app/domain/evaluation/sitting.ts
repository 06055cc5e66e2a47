import { Refusal } from '../shared/refusals';
import type { SittingStatus, XLevel } from './evaluation';

/** Where a sitting stands on a day: its state, its dates and its seats together. */
export const SITTING_PHASES = [
  'not_open',
  'registering',
  'full',
  'waiting',
  'results_due',
  'appealing',
  'answering',
  'to_approve',
  'approved',
  'cancelled',
] as const;
export type SittingPhase = (typeof SITTING_PHASES)[number];

export interface SittingDays {
  registerFromOn: string;
  registerUntilOn: string;
  theoryOn: string;
  practicalOn: string;
}

interface SittingFacts extends SittingDays {
  status: SittingStatus;
  capacity: number;
  seatsTaken: number;
  appealUntilOn: string | null;
}

/** Days are inclusive: registration and appeals close at 24:00 of their last day. */
export function sittingPhase(sitting: SittingFacts, today: string, openAppeals: number): SittingPhase {
  if (sitting.status === 'cancelled' || sitting.status === 'approved') return sitting.status;
  if (sitting.status === 'results_entered') {
    if (isAppealOpen(sitting, today)) return 'appealing';
    return openAppeals > 0 ? 'answering' : 'to_approve';
  }
  if (today < sitting.registerFromOn) return 'not_open';
  if (today <= sitting.registerUntilOn) return sitting.seatsTaken < sitting.capacity ? 'registering' : 'full';
  return today < lastExamOn(sitting) ? 'waiting' : 'results_due';
}

export const firstExamOn = ({ theoryOn, practicalOn }: SittingDays): string => (theoryOn < practicalOn ? theoryOn : practicalOn);
export const lastExamOn = ({ theoryOn, practicalOn }: SittingDays): string => (theoryOn > practicalOn ? theoryOn : practicalOn);

export const isAppealOpen = ({ appealUntilOn }: { appealUntilOn: string | null }, today: string): boolean =>
  appealUntilOn !== null && today <= appealUntilOn;

/** Registering and withdrawing are possible on the same days. */
export const isWindowOpen = (sitting: SittingDays & { status: SittingStatus }, today: string): boolean =>
  sitting.status === 'open' && sitting.registerFromOn <= today && today <= sitting.registerUntilOn;

interface SittingPlan extends SittingDays {
  capacity: number;
  siteSeats: number;
  seatsTaken: number;
}

/** Rules that hold between the fields of a sitting. @throws Refusal at the field */
export function checkSittingPlan(plan: SittingPlan): void {
  if (plan.registerUntilOn < plan.registerFromOn) throw new Refusal('window_reversed', { field: 'registerUntilOn' });
  if (plan.registerUntilOn >= firstExamOn(plan)) throw new Refusal('sitting_window_after_exam', { field: 'registerUntilOn' });
  if (plan.capacity > plan.siteSeats)
    throw new Refusal('sitting_above_site_seats', { field: 'capacity', params: { seats: plan.siteSeats } });
  if (plan.capacity < plan.seatsTaken) throw new Refusal('sitting_below_taken', { field: 'capacity', params: { taken: plan.seatsTaken } });
}

/** Counted from one within a sitting, in the order of registration; a withdrawn number is never given again. */
export const candidateNumber = (sittingCode: string, nth: number): string => `${sittingCode}-${String(nth).padStart(4, '0')}`;

const LEVEL_SIGN: Readonly<Record<XLevel, string>> = { junior: '1', middle: '2', senior: '3' };

/**
 * The scheme publishes no format of its numbers: prefix of the certificate, year of issue, level, serial. A serial belongs to
 * one prefix and never comes again, so no number does.
 */
export const xCertificateNumber = (prefix: string, year: string, level: XLevel, serial: number): string =>
  `${prefix}-${year}${LEVEL_SIGN[level]}${String(serial).padStart(6, '0')}`;

/** What stands before the first dash of a number where the city has not chosen a prefix yet. */
export const isNumberPrefix = (text: string): boolean => /^[A-Z0-9]{2,12}(-[A-Z0-9]{1,8})?$/.test(text);
