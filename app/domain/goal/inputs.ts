import { z } from 'zod';
import { isDistrictCode } from '../organisation/districts';
import { OPERATOR_TYPES } from '../organisation/organisation';
import { isId } from '../shared/id';
import { isDate } from '../shared/period';
import { COUNTING_RULES, isPercent, METRICS, TARGET_METRICS } from './goal';
import { PERSON_TIME_SORTS } from './person-time';

const district = z
  .string()
  .refine((value) => value === '*' || value === 'city' || isDistrictCode(value))
  .catch('*');
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .or(z.literal('*'))
  .catch('*');
const operatorType = z.enum([...OPERATOR_TYPES, 'none', '*']).catch('*');
const flag = z
  .literal('1')
  .transform(() => true)
  .catch(false);
const period = z.string().refine(isId).optional().catch(undefined);
const page = z.coerce.number().int().min(1).max(100_000).catch(1);

/** The table of figures: which cells, broken down by what. */
export const figuresSearch = z.object({
  period,
  by: z.enum(['district', 'month', 'operatorType']).catch('district'),
  district,
  month,
  operatorType,
});

/** The list behind one figure, in the address. */
export const personTimesSearch = z.object({
  period,
  metric: z.enum(METRICS).catch('caregiver_person_times'),
  district,
  month,
  operatorType,
  preService: flag,
  repeat: flag,
  view: z.enum(['rows', 'persons']).catch('rows'),
  sort: z.enum(PERSON_TIME_SORTS).catch('completedOn'),
  direction: z.enum(['asc', 'desc']).catch('desc'),
  page,
  proof: flag,
});

/** A whole number as an officer types it, with or without separators; empty = not set. */
const wanted = z
  .string()
  .transform((value) => value.replaceAll(/[,，\s]/g, ''))
  .refine((value) => value === '' || (/^\d{1,7}$/.test(value) && Number(value) >= 1), 'target_value_invalid')
  .transform((value) => (value === '' ? null : Number(value)));

/** A whole number from 1 to 100; empty = not set. */
const percent = wanted.refine((value) => value === null || value <= 100, 'target_percent_invalid');

const day = z.string().min(1).refine(isDate, 'field_date');
const text = (max: number) => z.string().max(max).default('');

export const newPeriodForm = z.object({
  nameZh: z.string().min(1).max(60),
  nameEn: z.string().min(1).max(120),
  documentNo: text(60),
  startsOn: day,
  endsOn: z
    .string()
    .refine((value) => value === '' || isDate(value), 'field_date')
    .default('')
    .transform((value) => value || null),
  clause: text(200),
  owner: text(200),
  countingRule: z.enum(COUNTING_RULES).default('person_times_2023'),
  principal_person_times: wanted.default(null),
  caregiver_person_times: wanted.default(null),
  caregiver_certified_rate: percent.default(null),
  programme_points: wanted.default(null),
  health_care_coverage: percent.default(null),
});
export type NewPeriod = z.output<typeof newPeriodForm>;

/** City value and shares of one metric; a district's field is named by its code. */
export const targetsForm = z
  .object({ metric: z.enum(TARGET_METRICS), value: wanted, clause: text(200), owner: text(200) })
  .catchall(z.unknown())
  .transform(({ metric, value, clause, owner, ...rest }, context) => {
    const shares: Record<string, number | null> = {};
    if (isPercent(metric) && !percent.safeParse(String(value ?? '')).success)
      context.addIssue({ code: 'custom', path: ['value'], message: 'target_percent_invalid' });
    for (const [name, typed] of Object.entries(rest)) {
      if (!isDistrictCode(name)) continue;
      const share = wanted.safeParse(typed);
      if (share.success) shares[name] = share.data;
      else context.addIssue({ code: 'custom', path: [name], message: 'target_value_invalid' });
    }
    return { metric, value, clause, owner, shares };
  });
export type TargetValues = z.output<typeof targetsForm>;

/** The public list of classes behind a figure, in the address. */
export const countedClassesSearch = z.object({
  period: z.uuid().nullable().default(null).catch(null),
  metric: z.enum(METRICS).default('caregiver_person_times').catch('caregiver_person_times'),
  page: z.coerce.number().int().min(1).max(1_000).default(1).catch(1),
});
