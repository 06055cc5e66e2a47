import { z } from 'zod';
import { DISTRICTS } from '../organisation/districts';
import { isId, normalisePublicCode } from '../shared/id';
import { isDate } from '../shared/period';
import { SCORE_KINDS, type ScoreKind } from './completion';
import { FEEDBACK_ASPECTS, FEEDBACK_POINTS, type FeedbackAspect } from './feedback';
import { POST_TRAINING_CATEGORIES } from './post-training';
import type { ScoreEntry } from './score-changes';

const reason = z.string().min(1).max(500);
const day = z.string().refine(isDate, 'field_date');
const assessor = z.string().max(50);
const POINTS = /^\d{1,3}(\.\d)?$/;
const PUBLIC_CODE = /^[0-9A-Z]{6}(-[0-9A-Z]{6}){2}$/;
const CELL = /^(theory|practical|theory_retest|practical_retest)\.(.+)$/;

type Fields = Record<string, unknown>;
const textOf = (fields: Fields, name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');

/** Date and assessor of each part that was entered: `date.<kind>`, `assessor.<kind>`. */
const sittingsOf = (fields: Fields, kinds: ReadonlySet<ScoreKind>, context: z.core.$RefinementCtx) => {
  const sittings = new Map<ScoreKind, { assessedOn: string; assessor: string }>();
  for (const kind of kinds) {
    const on = day.safeParse(textOf(fields, `date.${kind}`));
    const by = assessor.safeParse(textOf(fields, `assessor.${kind}`));
    if (!on.success) context.issues.push({ code: 'custom', message: 'field_date', path: [`date.${kind}`], input: fields });
    if (!by.success) context.issues.push({ code: 'custom', message: 'field_format', path: [`assessor.${kind}`], input: fields });
    sittings.set(kind, { assessedOn: on.data ?? '', assessor: by.data ?? '' });
  }
  return sittings;
};

/** The grid: `<kind>.<enrolment>` per cell; an emptied cell takes a score back. */
export const scoreForm = z.looseObject({ redate: z.string().optional() }).transform(({ redate, ...fields }, context) => {
  const cells = Object.entries(fields).flatMap(([name, value]) => {
    const [, kind, enrolmentId] = CELL.exec(name) ?? [];
    return kind && enrolmentId && typeof value === 'string' ? [{ name, kind: kind as ScoreKind, enrolmentId, value }] : [];
  });
  for (const cell of cells) {
    if (cell.value !== '' && !POINTS.test(cell.value)) {
      context.issues.push({ code: 'custom', message: 'score_range', path: [cell.name], input: cell.value });
    }
  }
  const kinds = new Set(cells.filter((cell) => cell.value !== '').map((cell) => cell.kind));
  // A date typed beside an empty column is looked at too: nothing that was typed may vanish unsaid.
  for (const kind of SCORE_KINDS) if (textOf(fields, `date.${kind}`) !== '') kinds.add(kind);
  const sittings = sittingsOf(fields, kinds, context);
  const entries = cells.map(({ kind, enrolmentId, value }): ScoreEntry => {
    const { assessedOn, assessor } = sittings.get(kind) ?? { assessedOn: '', assessor: '' };
    return { kind, enrolmentId, points: value === '' ? null : Number(value), assessedOn, assessor };
  });
  return { entries, redate: redate === 'on' };
});

export const scorePasteForm = z.object({ paste: z.string().min(1).max(200_000) });

/** Date and assessor for every part that the pasted rows hold. */
export const scorePasteSittings = z.looseObject({ paste: z.string().min(1).max(200_000) }).transform(({ paste, ...fields }, context) => ({
  paste,
  sittings: sittingsOf(fields, new Set(SCORE_KINDS.filter((kind) => textOf(fields, `date.${kind}`) !== '')), context),
}));

export const closingForm = z.object({ note: z.string().max(1000).default('') });
export const closingDecisionForm = z.object({ closingId: z.string() });
export const closingReturnForm = closingDecisionForm.extend({ reason });
export const completionEndForm = z.object({ reason });

/** The code on a certificate, with or without dashes and spaces, in either case. */
export const verifyForm = z.object({
  code: z
    .string()
    .max(200)
    .transform(normalisePublicCode)
    .refine((code) => PUBLIC_CODE.test(code), { error: 'code_format' }),
});

export const certificateSearch = z.object({ layout: z.enum(['landscape', 'portrait']).catch('landscape') });

export const postTrainingSearch = z.object({
  q: z.string().max(100).catch(''),
  category: z.enum(POST_TRAINING_CATEGORIES).optional().catch(undefined),
  state: z.enum(['standing', 'revoked']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1),
});

const LECTURER_POINTS = /^lecturer\.([0-9a-f-]{36})$/;
const pointsIn = (typed: unknown): number | undefined => FEEDBACK_POINTS.find((points) => String(points) === typed);

/** A trainee's rating: `aspect.<name>` and `lecturer.<id>`, one to five each. */
export const feedbackInput = z.looseObject({ remark: z.string().max(500).default('') }).transform((form, context) => {
  const points: Partial<Record<FeedbackAspect, number>> = {};
  for (const aspect of FEEDBACK_ASPECTS) {
    points[aspect] = pointsIn(form[`aspect.${aspect}`]);
    if (points[aspect] === undefined)
      context.issues.push({ code: 'custom', message: 'feedback_points', path: [`aspect.${aspect}`], input: form });
  }
  const lecturers: Record<string, number> = {};
  for (const [name, typed] of Object.entries(form)) {
    const [, lecturerId] = LECTURER_POINTS.exec(name) ?? [];
    const given = pointsIn(typed);
    if (lecturerId !== undefined && given !== undefined) lecturers[lecturerId] = given;
  }
  return { points: points as Record<FeedbackAspect, number>, lecturers, remark: form.remark };
});

export const FEEDBACK_GROUPS = ['provider', 'course', 'class', 'lecturer'] as const;
const oneId = z.string().refine(isId).catch('').default('');
const optionalDay = z.string().refine(isDate).catch('').default('');
/** State of the overview of ratings, in the address. */
export const feedbackSearch = z.object({
  by: z.enum(FEEDBACK_GROUPS).catch('provider').default('provider'),
  district: z
    .string()
    .refine((code) => code === 'city' || DISTRICTS.some((district) => district.code === code))
    .catch('')
    .default(''),
  from: optionalDay,
  until: optionalDay,
  provider: oneId,
  course: oneId,
  class: oneId,
  lecturer: oneId,
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export const ofClassSearch = z.object({ class: oneId });
export const feedbackDaysInput = z.object({
  value: z
    .string()
    .regex(/^\d{1,4}$/, 'field_whole_number')
    .transform(Number),
});
