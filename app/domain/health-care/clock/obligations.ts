import { addDays } from '../../shared/period';
import { type DueReason, type HealthCareStanding, meets, type Requirement } from '../requirement';
import type { StaffOnDay } from './facts';

/** So many staff are wanted by a day. */
interface Obligation extends Requirement {
  dueOn: string;
  reason: DueReason;
}

/** How due days were met. */
interface Outcome {
  standing: Extract<HealthCareStanding, 'in_time' | 'in_grace' | 'late'>;
  dueOn: string;
  reason: DueReason;
}

/** What is known on a day: the staff wanted and there, what is still owed, and how what was owed before was met. */
export interface Clock {
  need: Requirement;
  staff: StaffOnDay;
  open: readonly Obligation[];
  /** Null until something of the present stretch is met. */
  outcome: Outcome | null;
}

interface Allowance {
  /** Days after the filing. */
  graceDays: number;
  /** Days after a later change. */
  replacementDays: number;
}

const GRADES: readonly Outcome['standing'][] = ['in_time', 'in_grace', 'late'];
const worse = (a: Outcome | null, b: Outcome): Outcome => (a && GRADES.indexOf(a.standing) > GRADES.indexOf(b.standing) ? a : b);

const isMore = (a: Requirement, b: Requirement): boolean => a.required > b.required || a.requiredFullTime > b.requiredFullTime;
const atMost = (owed: Obligation, need: Requirement): Obligation => ({
  ...owed,
  required: Math.min(owed.required, need.required),
  requiredFullTime: Math.min(owed.requiredFullTime, need.requiredFullTime),
});

/** The clock starts with the first filing; whoever has the staff on that day is in time. */
export function startClock(day: string, need: Requirement, staff: StaffOnDay, { graceDays }: Allowance): Clock {
  const filed = { dueOn: addDays(day, graceDays), reason: 'filed' as const };
  if (meets(staff, need)) return { need, staff, open: [], outcome: { standing: 'in_time', ...filed } };
  return { need, staff, open: [{ ...need, ...filed }], outcome: null };
}

/** A later day on which something changed: places, staff who came or left, a certificate that ended. */
export function moveClock(before: Clock, day: string, need: Requirement, staff: StaffOnDay, { replacementDays }: Allowance): Clock {
  const open = before.open.map((owed) => atMost(owed, need));
  const isLost = before.open.length === 0 && !meets(staff, need);
  const owes = (reason: DueReason) => open.push({ ...need, dueOn: addDays(day, replacementDays), reason });
  if (isLost) owes(whyLost(before, staff));
  else if (open.length > 0 && isMore(need, before.need)) owes('capacity_raised');
  return settled({ need, staff, open, outcome: isLost ? null : before.outcome }, day);
}

/** What is met once is owed no more. Several due days of one stretch leave the worst of how they were met. */
function settled(clock: Clock, day: string): Clock {
  const met = clock.open.filter((owed) => meets(clock.staff, owed));
  if (met.length === 0) return clock;
  const outcomes = met.map(({ dueOn, reason }): Outcome => ({ standing: day <= dueOn ? 'in_grace' : 'late', dueOn, reason }));
  return { ...clock, open: clock.open.filter((owed) => !met.includes(owed)), outcome: outcomes.reduce(worse, clock.outcome) };
}

/** Why staff that sufficed does not any more: more is wanted, or a certificate ended of somebody who stays, or staff left. */
function whyLost(before: Clock, staff: StaffOnDay): DueReason {
  if (meets(staff, before.need)) return 'capacity_raised';
  const lost = before.staff.trainedIds.filter((id) => !staff.trainedIds.includes(id));
  return lost.length > 0 && lost.every((id) => staff.onPostIds.includes(id)) ? 'certificate_ended' : 'staff_left';
}

export interface StandingNow extends Omit<Outcome, 'standing'> {
  standing: HealthCareStanding;
}

/** Standing from a day on, and until when: an open due day turns from waiting to overdue by itself. */
export function standingsOf({ open, outcome }: Clock, from: string, until: string): (StandingNow & { fromOn: string; untilOn: string })[] {
  const owed = [...open].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  if (!owed) {
    if (!outcome) throw new Error('a clock owes something or has met it');
    return [{ ...outcome, fromOn: from, untilOn: until }];
  }
  const { dueOn, reason } = owed;
  const turns = addDays(dueOn, 1);
  const waiting = { standing: 'waiting' as const, dueOn, reason, fromOn: from, untilOn: turns < until ? turns : until };
  const overdue = { standing: 'overdue' as const, dueOn, reason, fromOn: turns > from ? turns : from, untilOn: until };
  return [waiting, overdue].filter(({ fromOn, untilOn }) => fromOn < untilOn);
}
