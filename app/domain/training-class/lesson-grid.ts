import { isDate, isTime } from '../shared/period';
import type { LessonDraft } from './timetable';
import { LESSON_KINDS, type LessonKind } from './training-class';

/** The grid of lessons: fields `lesson.<row>.<part>`; rows without a date and a title are left out. */
const LESSON_FIELD = /^lesson\.(\d{1,3})\.(heldOn|from|until|kind|moduleCode|title|place|lecturer|lecturerId)$/;

export type Raw = Record<string, unknown>;
export type Complain = (path: string, code: string) => void;

/** The rows of the grid by number, as typed. */
export const rowsOf = (form: Raw): Map<number, Record<string, string>> => {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(form)) {
    const [, row, part] = LESSON_FIELD.exec(name) ?? [];
    if (row === undefined || part === undefined || typeof value !== 'string') continue;
    rows.set(Number(row), { ...rows.get(Number(row)), [part]: value });
  }
  return rows;
};

const isKind = (value: string): value is LessonKind => LESSON_KINDS.some((kind) => kind === value);

/** One row as a lesson, null when it is empty or wrong; `complain` hears what is wrong at which field. */
export const readLesson = (row: number, raw: Record<string, string>, complain: Complain): LessonDraft | null => {
  const { heldOn = '', from = '', until = '', kind = '', moduleCode = '', title = '', place = '', lecturer = '', lecturerId = '' } = raw;
  if (heldOn === '' && title === '') return null;
  const before = { wrong: false };
  const say = (part: string, code: string) => {
    before.wrong = true;
    complain(`lesson.${row}.${part}`, code);
  };
  if (!isDate(heldOn)) say('heldOn', heldOn === '' ? 'field_required' : 'field_date');
  if (!isTime(from)) say('from', from === '' ? 'field_required' : 'field_time');
  if (!isTime(until)) say('until', until === '' ? 'field_required' : 'field_time');
  else if (isTime(from) && until <= from) say('until', 'lesson_times');
  if (title === '') say('title', 'field_required');
  if (!isKind(kind)) say('kind', 'field_choice');
  for (const [part, value, max] of [
    ['title', title, 200],
    ['place', place, 200],
    ['lecturer', lecturer, 100],
    ['lecturerId', lecturerId, 40],
    ['moduleCode', moduleCode, 40],
  ] as const)
    if (value.length > max) say(part, 'field_format');
  if (before.wrong || !isKind(kind)) return null;
  return { heldOn, from, until, kind, moduleCode: moduleCode || null, title, place, lecturer, lecturerId: lecturerId || null };
};
