import { addDays, beijingInstant, beijingTime, daysBetween } from '../shared/period';
import { lessonMinutes, type TimeSpan } from './lesson';
import type { LessonKind } from './training-class';

/** A lesson as it is typed into the grid. */
export interface LessonDraft {
  heldOn: string;
  /** Beijing times, `HH:MM`. */
  from: string;
  until: string;
  kind: LessonKind;
  moduleCode: string | null;
  title: string;
  place: string;
  /** As it is printed. */
  lecturer: string;
  /** Of the registry, where she is in it. */
  lecturerId?: string | null;
}

export interface LessonTimes extends TimeSpan {
  heldOn: string;
  minutes: number;
}

export const lessonTimes = ({ heldOn, from, until }: Pick<LessonDraft, 'heldOn' | 'from' | 'until'>): LessonTimes => {
  const span = { startsAt: beijingInstant(heldOn, from), endsAt: beijingInstant(heldOn, until) };
  return { heldOn, ...span, minutes: lessonMinutes(span) };
};

export interface ClassSpan {
  startsOn: string;
  endsOn: string;
  startsAt: Date;
}

/** First and last day of a class: those of its lessons. Null without any. */
export const spanOf = (lessons: readonly { heldOn: string; startsAt: Date }[]): ClassSpan | null => {
  const [first, ...rest] = [...lessons].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  if (!first) return null;
  return { startsOn: first.heldOn, endsOn: rest.at(-1)?.heldOn ?? first.heldOn, startsAt: first.startsAt };
};

/** The same lesson so many days later, at the same time of day. */
export const shiftLesson = (lesson: { heldOn: string; startsAt: Date; endsAt: Date }, days: number): LessonTimes => {
  const heldOn = addDays(lesson.heldOn, days);
  return lessonTimes({ heldOn, from: beijingTime(lesson.startsAt), until: beijingTime(lesson.endsAt) });
};

/** How many days later lessons must be held for the first of them to fall on a day. */
export const shiftTo = (lessons: readonly { heldOn: string }[], startsOn: string): number => {
  const first = lessons.map((lesson) => lesson.heldOn).sort()[0];
  return first === undefined ? 0 : daysBetween(first, startsOn);
};

export const draftOf = (
  lesson: Omit<LessonDraft, 'heldOn' | 'from' | 'until'> & { heldOn: string; startsAt: Date; endsAt: Date },
): LessonDraft => ({
  heldOn: lesson.heldOn,
  from: beijingTime(lesson.startsAt),
  until: beijingTime(lesson.endsAt),
  kind: lesson.kind,
  moduleCode: lesson.moduleCode,
  title: lesson.title,
  place: lesson.place,
  lecturer: lesson.lecturer,
  lecturerId: lesson.lecturerId ?? null,
});

/** A class opened from an earlier one: the same weekdays and times, as many whole weeks later as the day allows. */
export const copyLessons = (drafts: readonly LessonDraft[], today: string): LessonDraft[] => {
  const gap = daysBetween(drafts.map((draft) => draft.heldOn).sort()[0] ?? today, addDays(today, COPY_AHEAD_DAYS));
  const days = Math.ceil(gap / 7) * 7;
  return drafts.map((draft) => ({ ...draft, heldOn: addDays(draft.heldOn, days) }));
};

/** A copied class is proposed four weeks ahead: time enough to enrol. */
const COPY_AHEAD_DAYS = 28;
