import { z } from 'zod';
import { DISTRICTS } from '../organisation/districts';
import { ID_TYPES } from '../shared/identity';
import { dateField, identityRule, optionally, personName } from '../shared/inputs';
import { LECTURER_FIELDS, LECTURER_KINDS, LECTURER_STANDINGS } from './lecturer';

const chosenFields = z
  .array(z.enum(LECTURER_FIELDS))
  .min(1)
  .transform((chosen) => LECTURER_FIELDS.filter((field) => chosen.includes(field)));

const facts = z.object({
  kind: z.enum(LECTURER_KINDS),
  name: personName,
  employer: z.string().min(1).max(100),
  qualification: z.string().min(1).max(500),
  'fields[]': chosenFields,
  idType: z.enum(ID_TYPES).default('resident_id'),
  idNumber: z.string().max(60).default(''),
});

const withFields = <T extends { 'fields[]': unknown }>({ 'fields[]': fields, ...rest }: T) => ({
  ...rest,
  fields: fields as T['fields[]'],
});

/** What a provider proposes, or an officer enters: `today` is the Beijing day. */
export const lecturerInput = (today: string) => facts.refine(...identityRule(today)).transform(withFields);
/** An officer's expert: approved at once until that day; none = the usual years. */
export const expertInput = (today: string) =>
  facts
    .extend({ approvedUntilOn: optionally(dateField) })
    .refine(...identityRule(today))
    .transform(withFields);

const seenAt = z.iso.datetime().optional();
export const approveInput = z.object({ approvedUntilOn: optionally(dateField), seenAt });
export const returnInput = z.object({ reason: z.string().min(1, 'returned_without_reason').max(500), seenAt });

const page = z.coerce.number().int().min(1).max(10_000).catch(1).default(1);
const oneOf = <T extends readonly [string, ...string[]]>(values: T) =>
  z
    .enum(['', ...values])
    .catch('')
    .default('');

/** State of the lists of lecturers, in the address. `to_decide` = proposals and renewals that wait. */
export const LECTURER_SHOWN = ['to_decide', ...LECTURER_STANDINGS] as const;
export const lecturerSearch = z.object({
  state: oneOf(LECTURER_SHOWN),
  field: oneOf(LECTURER_FIELDS),
  kind: oneOf(LECTURER_KINDS),
  district: z
    .string()
    .refine((code) => code === 'city' || DISTRICTS.some((district) => district.code === code))
    .catch('')
    .default(''),
  /** A provider's own, or the experts that it may name. */
  whose: z.enum(['own', 'experts']).catch('own').default('own'),
  q: z.string().max(60).catch('').default(''),
  page,
});

export const lecturerLessonSearch = z.object({ page, lecturer: z.string().max(40).catch('').default('') });

const days = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/, 'field_whole_number')
    .transform(Number)
    .pipe(z.number().min(min).max(max));
export const lecturerSettingInput = z.object({
  key: z.enum(['lecturer_approval_years', 'lecturer_lapsing_days']),
  value: days(1, 365),
});
