import type { EnrolmentStatus } from '../enrolment/enrolment';
import { NotFound, Refusal } from '../shared/refusals';
import { type AttendanceMark, creditedMinutes } from './attendance';

/** Whoever was accepted into the class and has no result yet. */
export const MARKABLE: readonly EnrolmentStatus[] = ['approved', 'attending'];

export interface MarkEntry {
  enrolmentId: string;
  mark: AttendanceMark;
  /** Only read with `late`. */
  minutesLate: number | null;
}

export interface MarkBefore {
  enrolmentId: string;
  name: string;
  markable: boolean;
  mark: AttendanceMark | null;
  minutesCredited: number | null;
}

export interface MarkChange {
  enrolmentId: string;
  mark: AttendanceMark;
  minutesCredited: number;
  /** As the event keeps them: `late:15` names the minutes missed. */
  before: string | null;
  after: string;
}

export const minutesLate = (lessonMinutes: number, minutesCredited: number): number => Math.max(0, lessonMinutes - minutesCredited);

const written = (mark: AttendanceMark, lessonMinutes: number, credited: number): string =>
  mark === 'late' ? `late:${minutesLate(lessonMinutes, credited)}` : mark;

/**
 * The marks that differ from what is stored.
 * @throws NotFound for somebody who is not of the class, Refusal for one without a seat and for lateness without its minutes
 */
export const changedMarks = (entries: readonly MarkEntry[], before: readonly MarkBefore[], lessonMinutes: number): MarkChange[] => {
  const known = new Map(before.map((row) => [row.enrolmentId, row]));
  return entries.flatMap((entry): MarkChange[] => {
    const old = known.get(entry.enrolmentId);
    if (!old) throw new NotFound();
    if (!old.markable) throw new Refusal('attendance_not_trainee', { params: { name: old.name } });
    const missed = entry.minutesLate ?? 0;
    if (entry.mark === 'late' && (missed < 1 || missed > lessonMinutes)) {
      throw new Refusal('late_minutes', { field: `late.${entry.enrolmentId}`, params: { name: old.name, max: lessonMinutes } });
    }
    const minutesCredited = creditedMinutes(entry.mark, lessonMinutes, missed);
    if (old.mark === entry.mark && old.minutesCredited === minutesCredited) return [];
    const wrote = old.mark === null ? null : written(old.mark, lessonMinutes, old.minutesCredited ?? 0);
    return [
      {
        enrolmentId: entry.enrolmentId,
        mark: entry.mark,
        minutesCredited,
        before: wrote,
        after: written(entry.mark, lessonMinutes, minutesCredited),
      },
    ];
  });
};
