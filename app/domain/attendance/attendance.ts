import { daysBetween } from '../shared/period';
import type { LessonKind } from '../training-class/training-class';

export const ATTENDANCE_MARKS = ['present', 'late', 'leave', 'absent'] as const;
export type AttendanceMark = (typeof ATTENDANCE_MARKS)[number];

/** Minutes of a lesson that a mark earns: presence earns all, lateness all but the minutes missed, the rest nothing. */
export const creditedMinutes = (mark: AttendanceMark, lessonMinutes: number, minutesLate = 0): number => {
  if (mark === 'present') return lessonMinutes;
  if (mark === 'late') return Math.max(0, lessonMinutes - Math.max(0, Math.floor(minutesLate)));
  return 0;
};

/** Whether the person was in the room at all. */
export const wasThere = (mark: AttendanceMark): boolean => mark === 'present' || mark === 'late';

export interface LedgerLesson {
  id: string;
  kind: LessonKind;
  status: 'scheduled' | 'cancelled';
  minutes: number;
}

export interface LedgerMark {
  lessonId: string;
  mark: AttendanceMark;
  minutesCredited: number;
}

/** One person's minutes in one class. A cancelled lesson counts on neither side. */
export interface Ledger {
  theoryScheduled: number;
  theoryCredited: number;
  practiceScheduled: number;
  practiceCredited: number;
  lessonsScheduled: number;
  lessonsMarked: number;
  lessonsAttended: number;
}

export const EMPTY_LEDGER: Ledger = {
  theoryScheduled: 0,
  theoryCredited: 0,
  practiceScheduled: 0,
  practiceCredited: 0,
  lessonsScheduled: 0,
  lessonsMarked: 0,
  lessonsAttended: 0,
};

/** Marks for unknown or cancelled lessons are ignored; credit never exceeds the lesson; the last mark of a lesson stands. */
export const ledger = (lessons: readonly LedgerLesson[], marks: readonly LedgerMark[]): Ledger => {
  const byLesson = new Map(marks.map((mark) => [mark.lessonId, mark]));
  const sum = { ...EMPTY_LEDGER };
  for (const lesson of lessons) {
    if (lesson.status === 'cancelled') continue;
    const mark = byLesson.get(lesson.id);
    const credited = mark && wasThere(mark.mark) ? Math.min(Math.max(0, mark.minutesCredited), lesson.minutes) : 0;
    sum.lessonsScheduled += 1;
    sum.lessonsMarked += mark ? 1 : 0;
    sum.lessonsAttended += mark && wasThere(mark.mark) ? 1 : 0;
    sum[lesson.kind === 'theory' ? 'theoryScheduled' : 'practiceScheduled'] += lesson.minutes;
    sum[lesson.kind === 'theory' ? 'theoryCredited' : 'practiceCredited'] += credited;
  }
  return sum;
};

/** Whether credited minutes reach a share of the scheduled ones, compared exactly in whole numbers. */
export const reachesAttendance = (book: Ledger, percent: number): boolean => {
  const scheduled = book.theoryScheduled + book.practiceScheduled;
  return scheduled > 0 && (book.theoryCredited + book.practiceCredited) * 100 >= scheduled * percent;
};

/** Attendance in per cent with one decimal, cut down so that it never shows more than was reached; null before any lesson. */
export const attendancePercent = (book: Ledger): number | null => {
  const scheduled = book.theoryScheduled + book.practiceScheduled;
  return scheduled === 0 ? null : Math.floor(((book.theoryCredited + book.practiceCredited) * 1000) / scheduled) / 10;
};

/** Entries are due within a week of the lesson; later ones carry a reason. */
export const ATTENDANCE_DUE_DAYS = 7;

export const needsLateReason = (lessonHeldOn: string, today: string): boolean => daysBetween(lessonHeldOn, today) > ATTENDANCE_DUE_DAYS;

/** Marks may be written from the day of the lesson on. */
export const mayRecordAttendance = (lessonHeldOn: string, today: string): boolean => lessonHeldOn <= today;
