import { z } from 'zod';
import { DISTRICT_CODES } from '../../organisation/districts';
import { checkbox, dateField, optionally } from '../../shared/inputs';
import { COUNTED_BY, isAssessmentPoints, PLACEMENT_KINDS, PLACEMENT_RESULTS, PLACEMENT_ROLES, PLACEMENT_SHOWN } from '../placement';
import { readChecks, readStudents } from './forms';
import { PLACEMENT_WARNINGS } from './warnings';

const text = (max: number) => z.string().max(max).default('');
const needed = (max: number) => z.string().min(1).max(max);
const hoursFrom = (min: number, max: number) =>
  z
    .string()
    .min(1)
    .regex(/^\d{1,2}(\.\d)?$/, 'field_number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));

const termFields = {
  kind: z.enum(PLACEMENT_KINDS, 'field_choice'),
  role: z.enum(PLACEMENT_ROLES, 'field_choice'),
  fromOn: dateField,
  untilOn: dateField,
  hoursPerDay: hoursFrom(0.5, 24),
  agreementSignedOn: dateField,
  insuredUntilOn: optionally(dateField),
  collegeMentor: needed(100),
};

/** Several students to one institution: what they share, and a line for each one that is ticked. */
export const proposalInput = z
  .looseObject({ institutionId: z.uuid('institution_unknown'), ...termFields, 'student[]': z.array(z.uuid()).default([]) })
  .transform(({ 'student[]': chosen, ...form }, ctx) => {
    const students = readStudents(form, chosen);
    if (students.length === 0) ctx.addIssue({ code: 'custom', message: 'placement_nobody', path: ['students'], input: form });
    const { institutionId, kind, role, fromOn, untilOn, hoursPerDay, agreementSignedOn, insuredUntilOn, collegeMentor } = form;
    const term = { institutionId, kind, role, fromOn, untilOn, hoursPerDay, agreementSignedOn, insuredUntilOn, collegeMentor };
    return { ...term, students };
  });
export type ProposalEntry = z.output<typeof proposalInput>;

export const changeInput = z.object({ ...termFields, agreementNo: needed(60), insuranceNo: text(60), guardianConsent: checkbox });
export type PlacementChange = z.output<typeof changeInput>;

export const acceptanceInput = z.object({ institutionMentor: needed(100) });
export const breakOffInput = z.object({ endedOn: dateField, reason: z.string().min(1, 'reason_required').max(500) });
export const extensionInput = z.object({ untilOn: dateField, insuredUntilOn: optionally(dateField) });

export const logInput = z
  .object({ placementId: z.uuid(), day: dateField, hours: hoursFrom(0, 24), text: needed(2000) })
  .transform(({ hours, ...entry }) => ({ ...entry, minutes: Math.round(hours * 60) }));
export type LogInput = z.output<typeof logInput>;

export const weekInput = z.object({ weekOn: dateField, note: text(500) });
/** The weeks of several students in one form: those that are ticked, each with its note. */
export const weeksInput = z.looseObject({ 'week[]': z.array(z.string().max(60)).default([]) }).transform((form, ctx) => {
  const checks = readChecks(form, form['week[]']);
  if (checks.length === 0) ctx.addIssue({ code: 'custom', message: 'placement_no_week', path: ['weeks'], input: form });
  return checks;
});

export const assessmentInput = z.object({
  points: z
    .string()
    .min(1)
    .regex(/^\d{1,3}(\.\d)?$/, 'points_range')
    .transform(Number)
    .refine(isAssessmentPoints, 'points_range'),
  text: needed(1000),
});
export const finishInput = z.object({ result: z.enum(PLACEMENT_RESULTS, 'field_choice') });

const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const chosen = z.uuid().optional().catch(undefined);
const year = z
  .string()
  .regex(/^20\d\d$/)
  .optional()
  .catch(undefined);
const listFields = {
  q: z.string().max(100).catch(''),
  warning: z.enum(PLACEMENT_WARNINGS).optional().catch(undefined),
  institution: chosen,
  year,
  page,
};
export const placementSearch = z.object({ ...listFields, shown: z.enum(PLACEMENT_SHOWN).catch('current') });
export const cityPlacementSearch = z.object({
  ...listFields,
  by: z.enum(COUNTED_BY).catch('college'),
  college: chosen,
  district: z.enum(DISTRICT_CODES).optional().catch(undefined),
  shown: z.enum(PLACEMENT_SHOWN).catch('all'),
});
export type CityPlacementSearch = z.output<typeof cityPlacementSearch>;

/** First where, then who: the page of a new placement asks one after the other. */
export const newPlacementSearch = z.object({
  institution: chosen,
  district: z.enum(DISTRICT_CODES).optional().catch(undefined),
  q: z.string().max(100).catch(''),
  student: z.string().max(100).catch(''),
  point: chosen,
});
export const placementSettingInput = z.object({
  key: z.enum(
    ['placement_staff_percent', 'placement_post_percent', 'placement_months', 'placement_log_days', 'placement_check_days'],
    'field_choice',
  ),
  value: z.string().min(1).pipe(z.coerce.number<string>().int()),
});
