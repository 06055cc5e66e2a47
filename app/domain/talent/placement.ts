import type { EngagementRole } from '../person/person';
import { addDays, type Period } from '../shared/period';

/** 认识实习 and 岗位实习 (教职成〔2021〕4号). */
export const PLACEMENT_KINDS = ['orientation', 'post'] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** Entered by the college, accepted by the institution, assessed at the end. Whether it has begun follows from its days. */
export const PLACEMENT_STATUSES = ['proposed', 'accepted', 'declined', 'finished', 'broken_off'] as const;
export type PlacementStatus = (typeof PLACEMENT_STATUSES)[number];

export const PLACEMENT_RESULTS = ['excellent', 'good', 'pass', 'fail'] as const;
export type PlacementResult = (typeof PLACEMENT_RESULTS)[number];

/** Which status may follow which. A proposal that its college takes back is broken off on its first day. */
const MOVES: Readonly<Record<PlacementStatus, readonly PlacementStatus[]>> = {
  proposed: ['accepted', 'declined', 'broken_off'],
  accepted: ['finished', 'broken_off'],
  declined: [],
  finished: [],
  broken_off: [],
};
export const mayPlacementMove = (from: PlacementStatus, to: PlacementStatus): boolean => MOVES[from].includes(to);

/** As people see it: of what was accepted, the days say how far it is. */
export const PLACEMENT_PHASES = ['proposed', 'coming', 'running', 'over', 'finished', 'broken_off', 'declined'] as const;
export type PlacementPhase = (typeof PLACEMENT_PHASES)[number];

export interface PlacementDays {
  fromOn: string;
  /** Last day. */
  untilOn: string;
  /** First day on which she was there no more, where it ended early. */
  endedOn: string | null;
}

/** Half-open. */
export const daysOf = ({ fromOn, untilOn, endedOn }: PlacementDays): Period => {
  const planned = addDays(untilOn, 1);
  return { startOn: fromOn, endOn: endedOn !== null && endedOn < planned ? endedOn : planned };
};

export function phaseOf(placement: PlacementDays & { status: PlacementStatus }, today: string): PlacementPhase {
  if (placement.status !== 'accepted') return placement.status;
  const { startOn, endOn } = daysOf(placement);
  if (today < startOn) return 'coming';
  return endOn !== null && today >= endOn ? 'over' : 'running';
}

const GOOD_FROM = 75;
const EXCELLENT_FROM = 90;
const PASS_FROM = 60;

/** What the mean of both assessments suggests; the college decides. The limits are those in common use (建议). */
export function suggestedResult(collegePoints: number, institutionPoints: number): PlacementResult {
  const mean = (collegePoints + institutionPoints) / 2;
  if (mean >= EXCELLENT_FROM) return 'excellent';
  if (mean >= GOOD_FROM) return 'good';
  return mean >= PASS_FROM ? 'pass' : 'fail';
}

export const isAssessmentPoints = (points: number): boolean =>
  points >= 0 && points <= 100 && Number.isInteger(Math.round(points * 100) / 10);

/** Which of the two that look after a student: her college, or the institution where she is. */
export type MentorSide = 'college' | 'institution';

/** Posts that a student may be placed on: no student heads an institution. */
export const PLACEMENT_ROLES = ['caregiver', 'health_staff', 'other'] as const satisfies readonly EngagementRole[];

export const COUNTED_BY = ['district', 'college', 'year'] as const;
export type PlacementCountedBy = (typeof COUNTED_BY)[number];

/** How a list may be narrowed beside the phases. */
export const PLACEMENT_SHOWN = ['current', 'all', 'accepted', 'taken_on', ...PLACEMENT_PHASES] as const;
export type PlacementShown = (typeof PLACEMENT_SHOWN)[number];
