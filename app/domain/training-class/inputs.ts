import { z } from 'zod';
import { isDate, isTime } from '../shared/period';
import { type Complain, type Raw, readLesson, rowsOf } from './lesson-grid';
import type { LessonDraft } from './timetable';
import { MINIMUM_DECISIONS } from './training-class';

const text = (max: number) => z.string().max(max);
const needed = (max: number) => z.string().min(1).max(max);
const date = z
  .string()
  .min(1)
  .refine((value) => isDate(value), 'field_date');
const time = z
  .string()
  .min(1)
  .refine((value) => isTime(value), 'field_time');
const whole = (min: number, max: number) =>
  z
    .string()
    .min(1)
    .regex(/^\d{1,9}$/, 'field_whole_number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));
const reason = needed(500);
const address = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]);

export const MAX_LESSONS = 120;

/** The lessons of the grid; each finding stands at its own cell. */
const lessonsOf = (form: Raw, ctx: z.core.$RefinementCtx): LessonDraft[] => {
  const lessons: LessonDraft[] = [];
  const complain: Complain = (path, message) => ctx.addIssue({ code: 'custom', path: [path], message, input: form });
  for (const [row, raw] of [...rowsOf(form)].sort(([a], [b]) => a - b)) {
    const lesson = readLesson(row, raw, complain);
    if (lesson) lessons.push(lesson);
  }
  if (lessons.length === 0 && ctx.issues.length === 0) complain('lesson.0.heldOn', 'class_without_lessons');
  if (lessons.length > MAX_LESSONS)
    ctx.addIssue({ code: 'too_big', maximum: MAX_LESSONS, origin: 'array', path: ['lesson.0.heldOn'], input: form });
  return lessons;
};

const openFields = z.object({
  courseId: z.string().min(1),
  code: needed(40),
  term: text(40),
  place: text(200),
  meetingLink: address,
  capacity: whole(1, 2000),
  minimumSize: whole(1, 2000),
  enrolFromOn: date,
  enrolUntilOn: date,
  countsTowardPlan: z
    .string()
    .optional()
    .transform((value) => value === 'on'),
});

export const openClassInput = z.looseObject(openFields.shape).transform((form, ctx) => {
  const known: z.output<typeof openFields> = form;
  return { ...known, lessons: lessonsOf(form, ctx) };
});

export const addLessonsInput = z.looseObject({}).transform((form, ctx) => ({ lessons: lessonsOf(form, ctx) }));

export const editClassInput = z.object({
  term: text(40),
  meetingLink: address,
  minimumSize: whole(1, 2000),
  enrolFromOn: date,
  enrolUntilOn: date,
});

export const capacityInput = z.object({ capacity: whole(1, 2000) });
export const moveClassInput = z.object({ startsOn: date, place: text(200), reason });
export const moveLessonInput = z.object({
  lessonId: z.string().min(1),
  heldOn: date,
  from: time,
  until: time,
  place: text(200),
  lecturer: text(100),
  lecturerId: text(40).default(''),
  reason,
});
export const lessonReasonInput = z.object({ lessonId: z.string().min(1), reason });
export const reasonInput = z.object({ reason });

export const minimumInput = z.object({
  decision: z.enum(MINIMUM_DECISIONS).exclude(['pending']),
  enrolUntilOn: z.union([z.literal(''), date]).default(''),
  reason,
});

const CLASS_PHASES_SHOWN = [
  'current',
  'planned',
  'enrolling',
  'full',
  'in_progress',
  'assessing',
  'closing_review',
  'closed',
  'cancelled',
  'all',
] as const;

/** State of the provider's list of classes, in the address. */
export const classListSearch = z.object({
  phase: z.enum(CLASS_PHASES_SHOWN).catch('current'),
  term: z.string().max(40).catch(''),
  course: z.string().max(40).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Which course a new class is of, or which class it is copied from. */
export const newClassSearch = z.object({ course: z.string().max(40).catch(''), copy: z.string().max(40).catch('') });
