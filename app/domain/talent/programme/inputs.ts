import { z } from 'zod';
import { DISTRICT_CODES } from '../../organisation/districts';
import { checkbox, dateField, optionally } from '../../shared/inputs';
import { FIRST_YEAR, isMajorCode, LAST_YEAR, MAJOR_LEVELS, MAX_INTAKE, POINT_SHOWN, POINT_STATUSES } from '../programme';

const needed = (max: number) => z.string().min(1).max(max);
const digits = (max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'field_whole_number')
    .transform(Number)
    .pipe(z.number().max(max));

export const majorInput = z.object({
  code: optionally(
    z
      .string()
      .transform((code) => code.toUpperCase())
      .refine(isMajorCode, 'major_code_format'),
  ),
  nameZh: needed(60),
  nameEn: z.string().max(120),
  level: z.enum(MAJOR_LEVELS, 'field_choice'),
  childcareRelated: checkbox,
  source: needed(300),
  isActive: checkbox,
});

/** A plan has no filing day yet; what was filed has one, what ended has a day on which it did. */
const state = {
  status: z.enum(POINT_STATUSES, 'field_choice'),
  filedOn: optionally(dateField),
  documentNo: z.string().max(80),
  endedOn: optionally(dateField),
  remark: z.string().max(500),
};
export const newPointInput = z.object({ majorId: z.uuid('field_choice'), ...state });
export const pointInput = z.object(state);

export const yearInput = z.object({
  year: z
    .string()
    .regex(/^\d{4}$/, 'field_whole_number')
    .transform(Number)
    .pipe(z.number().min(FIRST_YEAR).max(LAST_YEAR)),
  plannedIntake: digits(MAX_INTAKE),
  actualIntake: optionally(digits(MAX_INTAKE)),
  graduates: optionally(digits(MAX_INTAKE)),
});

/** Names the filing that was looked at. */
export const pointConfirmation = z.object({ seen: z.string().max(100) });

export const pointCoursesInput = z.object({ 'courses[]': z.array(z.uuid()).max(200).default([]) });

const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const yearAsked = z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR).optional().catch(undefined);

export const pointSearch = z.object({
  year: yearAsked,
  show: z.enum(POINT_SHOWN).catch('all'),
  level: z.enum(MAJOR_LEVELS).optional().catch(undefined),
  district: z.enum(DISTRICT_CODES).optional().catch(undefined),
  q: z.string().max(60).catch('').default(''),
  page,
});

export const majorSearch = z.object({
  level: z.enum(MAJOR_LEVELS).optional().catch(undefined),
  show: z.enum(['all', 'childcare', 'active', 'off']).catch('all'),
});
