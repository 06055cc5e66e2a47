import { z } from 'zod';
import { DISTRICT_CODES } from '../../organisation/districts';
import { isId } from '../../shared/id';
import { checkbox, dateField, optionally } from '../../shared/inputs';
import { isDate } from '../../shared/period';
import { FINDING_STATES, FINDING_WEIGHTS, VISIT_KINDS, VISIT_STATES } from '../visit';

const page = z.coerce.number().int().min(1).max(100_000).catch(1);
const chosen = z.string().refine(isId).optional().catch(undefined);
const text = z.string().max(60).catch('').default('');
const day = z.string().refine(isDate).optional().catch(undefined);
const district = z.enum(DISTRICT_CODES).optional().catch(undefined);
const mine = z.literal('1').optional().catch(undefined);

export const visitSearch = z.object({
  state: z.enum(VISIT_STATES).catch('current'),
  q: text,
  district,
  organisation: chosen,
  institution: chosen,
  mine,
  from: day,
  until: day,
  page,
});
export type VisitFilter = Omit<z.output<typeof visitSearch>, 'page'>;

export const findingSearch = z.object({
  state: z.enum(FINDING_STATES).catch('waiting'),
  q: text,
  district,
  organisation: chosen,
  institution: chosen,
  weight: z.enum(FINDING_WEIGHTS).optional().catch(undefined),
  page,
});
export type FindingFilter = Omit<z.output<typeof findingSearch>, 'page'>;

export const dueSearch = z.object({ q: text, district, page });
export type DueFilter = Omit<z.output<typeof dueSearch>, 'page'>;

/** Which institution a new plan is for, and which visit it follows. */
export const newVisitSearch = z.object({ institution: chosen, follows: chosen, q: text });

const chosenOrNone = optionally(z.string().refine(isId, 'field_choice'));
const plan = {
  kind: z.enum(VISIT_KINDS, 'field_choice'),
  plannedOn: dateField,
  visitorId: chosenOrNone,
  purpose: z.string().max(300).default(''),
  isAnnounced: checkbox,
};
export const planForm = z.object(plan);
export const newPlanForm = z.object({ institutionId: z.string().refine(isId, 'field_choice'), followsId: chosenOrNone, ...plan });

export const MOST_AT_ONCE = 50;
export const severalPlansForm = z.object({
  'institution[]': z.array(z.string().refine(isId, 'field_choice')).min(1, 'visit_none_chosen').max(MOST_AT_ONCE).default([]),
  plannedOn: dateField,
  visitorId: chosenOrNone,
  isAnnounced: checkbox,
});

const whole = z
  .string()
  .min(1)
  .regex(/^\d{1,3}$/, 'field_whole_number')
  .transform(Number);
export const visitSettingForm = z.object({ key: z.enum(['visit_interval_days', 'visit_announced', 'finding_mend_days']), value: whole });

export const acceptForm = z.object({ note: z.string().max(500).default('') });
export const returnForm = z.object({ reason: z.string().min(1, 'reason_required').max(500), mendByOn: optionally(dateField) });
export const extendForm = z.object({ reason: z.string().min(1, 'reason_required').max(500), mendByOn: dateField });

const files = z
  .union([z.instanceof(File), z.array(z.instanceof(File))])
  .default([])
  .transform((given) => (Array.isArray(given) ? given : [given]));
export const answerForm = z.object({ statement: z.string().min(1, 'finding_answer_missing').max(1000), file: files });

/** Lines of a checklist as they are typed; one without a text is none. */
export const CHECKLIST_LINES = 60;

const line = z.object({
  code: z
    .string()
    .max(12)
    .regex(/^[A-Za-z0-9-]*$/, 'field_format')
    .default(''),
  sectionZh: z.string().min(1).max(40),
  sectionEn: z.string().min(1).max(60),
  textZh: z.string().min(1).max(300),
  textEn: z.string().min(1).max(500),
  source: z.string().max(200).default(''),
});
const NAMES = Object.keys(line.shape) as (keyof z.output<typeof line>)[];

/** One form holds the checklist and its lines: `code.0`, `textZh.0` and so on; `order.0` moves a line. */
export const checklistForm = z
  .object({
    titleZh: z.string().min(1).max(60),
    titleEn: z.string().min(1).max(120),
    inForceFromOn: dateField,
    isOfficial: checkbox,
    documentNo: z.string().max(60).default(''),
  })
  .catchall(z.unknown())
  .transform(({ titleZh, titleEn, inForceFromOn, isOfficial, documentNo, ...rest }, context) => {
    const lines: { order: number; item: z.output<typeof line> }[] = [];
    for (let at = 0; at < CHECKLIST_LINES; at += 1) {
      const read = Object.fromEntries(NAMES.map((name) => [name, rest[`${name}.${at}`] ?? '']));
      if (read.textZh === '' && read.textEn === '') continue;
      const parsed = line.safeParse(read);
      const order = Number(rest[`order.${at}`] ?? at + 1);
      if (parsed.success) lines.push({ order: Number.isFinite(order) ? order : at + 1, item: parsed.data });
      for (const issue of parsed.success ? [] : parsed.error.issues)
        context.addIssue({
          code: 'custom',
          path: [`${String(issue.path[0] ?? 'textZh')}.${at}`],
          message: messageOf(issue.code, issue.message),
        });
    }
    const items = lines.sort((a, b) => a.order - b.order).map(({ item }) => item);
    return { titleZh, titleEn, inForceFromOn, isOfficial, documentNo, items };
  });

const messageOf = (code: string, message: string): string =>
  code === 'too_small' ? 'field_required' : code === 'too_big' ? 'field_too_long' : message;

export const newChecklistSearch = z.object({ from: chosen });
