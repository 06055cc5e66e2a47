import { addDays, weekday } from '../../shared/period';
import { daysOf, type MentorSide, type PlacementDays, type PlacementStatus } from '../placement';

/** Monday of the week in which a day falls. */
export const mondayOf = (day: string): string => addDays(day, -((weekday(day) + 6) % 7));

interface Written extends PlacementDays {
  status: PlacementStatus;
}

export type LogProblem = 'log_not_running' | 'log_in_future' | 'log_outside' | 'log_too_late' | 'log_week_checked';

/** Why a day cannot be written any more, or not yet; null when it can. `lateDays`: how old a day may be. */
export function whyNotWritten(
  placement: Written,
  day: string,
  { today, lateDays, weekChecked }: { today: string; lateDays: number; weekChecked: boolean },
): LogProblem | null {
  if (placement.status !== 'accepted') return 'log_not_running';
  const { startOn, endOn } = daysOf(placement);
  if (day > today) return 'log_in_future';
  if (day < startOn || (endOn !== null && day >= endOn)) return 'log_outside';
  if (day < addDays(today, -lateDays)) return 'log_too_late';
  return weekChecked ? 'log_week_checked' : null;
}

/** A week is over on the Monday after it, or with the placement's last day. */
export function isWeekOver(placement: PlacementDays, weekOn: string, today: string): boolean {
  const { endOn } = daysOf(placement);
  const next = addDays(weekOn, 7);
  return today >= (endOn !== null && endOn < next ? endOn : next);
}

interface LogEntry {
  day: string;
  minutes: number;
  text: string;
}

interface WeekCheck {
  at: Date;
  note: string;
}

interface WeekRow {
  weekOn: string;
  collegeCheckedAt: Date | null;
  collegeNote: string;
  institutionCheckedAt: Date | null;
  institutionNote: string;
}

export interface Week {
  weekOn: string;
  /** Sunday. */
  untilOn: string;
  entries: LogEntry[];
  minutes: number;
  isOver: boolean;
  checks: Record<MentorSide, WeekCheck | null>;
  /** Over and not looked at by both: whose look is missing. */
  missing: MentorSide[];
}

const checkOf = (at: Date | null | undefined, note: string | undefined): WeekCheck | null => (at ? { at, note: note ?? '' } : null);

/** The weeks in which she wrote, the latest first. */
export function weeksOf(placement: PlacementDays, entries: readonly LogEntry[], rows: readonly WeekRow[], today: string): Week[] {
  const mondays = [...new Set(entries.map(({ day }) => mondayOf(day)))].sort().reverse();
  return mondays.map((weekOn) => {
    const own = entries.filter(({ day }) => mondayOf(day) === weekOn).sort((a, b) => a.day.localeCompare(b.day));
    const row = rows.find((each) => each.weekOn === weekOn);
    const checks = {
      college: checkOf(row?.collegeCheckedAt, row?.collegeNote),
      institution: checkOf(row?.institutionCheckedAt, row?.institutionNote),
    };
    const isOver = isWeekOver(placement, weekOn, today);
    const missing = (['college', 'institution'] as const).filter((side) => isOver && checks[side] === null);
    const minutes = own.reduce((sum, entry) => sum + entry.minutes, 0);
    return { weekOn, untilOn: addDays(weekOn, 6), entries: own, minutes, isOver, checks, missing };
  });
}
