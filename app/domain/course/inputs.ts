import { z } from 'zod';
import { isDistrictCode } from '../organisation/districts';
import { isDate } from '../shared/period';
import { checkContactPhone } from '../shared/phone';
import { COURSE_CATEGORIES, COURSE_STATUSES, type CourseModule, DELIVERIES, type PassRule } from './course';
import { readModules, type TypedModule } from './module-input';
import type { FormValues } from './module-rows';
import { OUTLINE_SOURCES } from './outline';

const text = (max: number) => z.string().max(max).default('');
const needed = (max: number) => z.string().min(1).max(max);
const date = z.string().min(1).refine(isDate, 'field_date');
const categories = z
  .array(z.enum(COURSE_CATEGORIES))
  .min(1, 'course_category_required')
  .transform((chosen) => COURSE_CATEGORIES.filter((category) => chosen.includes(category)));
const noCategory = z.undefined().refine(() => false, 'course_category_required');

/** A whole number from 0 to 100; nothing typed = not asked for. */
const percent = z
  .string()
  .regex(/^\d{0,3}$/, 'field_whole_number')
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .pipe(z.number().min(0).max(100).nullable());

export const draftCourseInput = z.object({
  title: needed(80),
  'categories[]': z.union([categories, noCategory]).transform((chosen) => chosen ?? []),
  delivery: z.enum(DELIVERIES),
  start: z.enum(['outline', 'blank']),
});

type Raw = Record<string, unknown>;

const valuesOf = (form: Raw): FormValues =>
  Object.fromEntries(Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, [value]]] : [])));

const modulesOf = (form: Raw, ctx: z.core.$RefinementCtx): TypedModule[] =>
  readModules(valuesOf(form), (field, message, params) => ctx.addIssue({ code: 'custom', path: [field], message, params, input: form }));

const withoutEnglish = ({ titleEn: _titleEn, ...module }: TypedModule): CourseModule => module;

export const editCourseInput = z
  .looseObject({
    title: needed(80),
    'categories[]': z.union([categories, noCategory]).transform((chosen) => chosen ?? []),
    audience: text(200),
    summary: text(1000),
    delivery: z.enum(DELIVERIES),
    contactName: text(40),
    contactPhone: text(30).refine((typed) => typed === '' || checkContactPhone(typed).ok, 'contact_phone_invalid'),
    minAttendancePercent: percent,
    hoursMustBeMet: z.string().optional(),
    minTheoryScore: percent,
    minPracticalScore: percent,
    seenAt: z.iso.datetime().transform((at) => new Date(at)),
  })
  .transform((form, ctx) => {
    const passRule: PassRule = {
      minAttendancePercent: form.minAttendancePercent ?? 0,
      hoursMustBeMet: form.hoursMustBeMet === 'on',
      minTheoryScore: form.minTheoryScore,
      minPracticalScore: form.minPracticalScore,
    };
    const { title, audience, summary, delivery, contactName, contactPhone, seenAt } = form;
    const modules = modulesOf(form, ctx).map(withoutEnglish);
    const outlineIds = COURSE_CATEGORIES.map((category) => form[`outline.${category}`]).filter((id) => typeof id === 'string');
    const lists = { categories: form['categories[]'], outlineIds };
    return { seenAt, text: { title, audience, summary, delivery, contactName, contactPhone, passRule, modules, ...lists } };
  });

export const returnInput = z.object({
  reason: z.string().min(1, 'returned_without_reason').max(1000),
  seenAt: z.iso.datetime().optional(),
});
export const approveInput = z.object({ seenAt: z.iso.datetime().optional() });
export const archiveInput = z.object({ reason: z.string().min(1, 'reason_required').max(500) });
export const attachmentInput = z.object({ file: z.file() });
export const removeAttachmentInput = z.object({ attachmentId: z.string().max(40) });

export const outlineInput = z
  .looseObject({
    category: z.enum(COURSE_CATEGORIES),
    after: z.coerce.number().int().min(0),
    titleZh: needed(100),
    titleEn: needed(150),
    documentNo: text(60),
    source: z.enum(OUTLINE_SOURCES),
    effectiveOn: date,
  })
  .transform((form, ctx) => {
    const typed = modulesOf(form, ctx);
    const complain = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message, input: form });
    if (typed.length === 0) complain('modules.0.title', 'outline_without_modules');
    for (const [at, module] of typed.entries()) if (module.titleEn === '') complain(`modules.${at}.titleEn`, 'field_required');
    const modules = typed.map(({ title, outlineModuleCode: _code, ...module }) => ({ ...module, titleZh: title }));
    const { category, titleZh, titleEn, source, effectiveOn } = form;
    return {
      after: form.after,
      outline: { category, titleZh, titleEn, documentNo: form.documentNo || null, source, effectiveOn, modules },
    };
  });

/** The version that a new one starts from. */
export const outlineFromSearch = z.object({ from: z.string().max(40).catch('') });

export const CATALOGUE_SORTS = ['relevance', 'soonest', 'seats', 'newest', 'title'] as const;
const optionalDate = z.string().refine(isDate).optional().catch(undefined);
const page = z.coerce.number().int().min(1).max(10_000).catch(1);

/** State of the public catalogue, in the address; whatever does not fit falls to its default. */
export const catalogueSearch = z.object({
  q: z.string().max(100).catch(''),
  category: z.enum(COURSE_CATEGORIES).optional().catch(undefined),
  district: z
    .string()
    .refine((code) => code === 'city' || isDistrictCode(code))
    .optional()
    .catch(undefined),
  delivery: z.enum(DELIVERIES).optional().catch(undefined),
  from: optionalDate,
  until: optionalDate,
  free: z.literal('1').optional().catch(undefined),
  open: z.literal('1').optional().catch(undefined),
  sort: z.enum(CATALOGUE_SORTS).optional().catch(undefined),
  page,
});
export type CatalogueSearch = z.output<typeof catalogueSearch>;

/** State of the provider's list of courses, in the address. */
export const courseListSearch = z.object({ status: z.enum(COURSE_STATUSES).optional().catch(undefined), page });
