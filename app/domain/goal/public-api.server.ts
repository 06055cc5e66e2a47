import { z } from 'zod';
import { CITY_CODE, DISTRICT_CODES } from '../organisation/districts';
import { COUNTING_RULES, METRICS, RATE_METRIC, RATE_RULE } from './goal';

/** The code that stands for person-times of no district in public answers. */
export const NO_DISTRICT = 'none';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const count = z.int().min(0).nullable();

export const targetsQuery = z.strictObject({
  period: z.string().min(1).max(60).optional().meta({ description: 'Code of a period; without it, all periods.' }),
  district: z
    .enum([CITY_CODE, ...DISTRICT_CODES, NO_DISTRICT])
    .optional()
    .meta({ description: `District code; ${CITY_CODE} is the whole city, "${NO_DISTRICT}" person-times of no district.` }),
  month: month.optional().meta({ description: 'Month of completion, YYYY-MM.' }),
});
export type TargetsQuery = z.output<typeof targetsQuery>;

const publicFigure = z.object({
  district: z.enum([CITY_CODE, ...DISTRICT_CODES, NO_DISTRICT]).meta({ description: 'District code; the city has a figure of its own.' }),
  month: month.nullable().meta({ description: 'YYYY-MM; null is the whole period.' }),
  personTimes: count.meta({ description: 'Completions (人次). Null when not published.' }),
  persons: count.meta({ description: 'Distinct persons (人数) of this very cell; they do not add up. Null when not published.' }),
  hidden: z
    .literal('small_cell')
    .nullable()
    .meta({ description: 'Why a figure is null: it stands for one to four persons, or would let such a number be worked out.' }),
});

const publicTarget = z.object({
  period: z.object({
    code: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    documentNo: z.string(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date().nullable(),
    isClosed: z.boolean(),
  }),
  metric: z.enum(METRICS),
  target: z.number().nullable().meta({ description: 'Null while no value is set; the metric is then only counted.' }),
  unit: z.string(),
  clause: z.string(),
  countingRule: z.enum(COUNTING_RULES),
  asOf: z.iso.datetime({ offset: true }).nullable().meta({ description: 'Beijing time of the figures; null = not counted yet.' }),
  underCheck: z.boolean().meta({ description: 'A recount differs from the figure; do not quote it until this is false again.' }),
  figures: z.array(publicFigure),
});

const publicRate = z.object({
  district: z.enum([CITY_CODE, ...DISTRICT_CODES]).meta({ description: 'District code; the city counts each person once.' }),
  certified: count.meta({ description: 'Caregivers on post who hold a certificate that the rule names. Null when not published.' }),
  onPost: count.meta({ description: 'Caregivers on post. Null when not published.' }),
  rate: z.number().nullable().meta({ description: 'Per cent, one decimal, half up; null with nobody on post.' }),
  hidden: z
    .literal('small_cell')
    .nullable()
    .meta({ description: 'Why figures are null: one to four persons stand on one side, or would be given away.' }),
});

const publicRateTarget = z.object({
  period: publicTarget.shape.period,
  metric: z.literal(RATE_METRIC),
  target: z.number().nullable().meta({ description: 'Per cent; null while none is set.' }),
  unit: z.literal('%'),
  clause: z.string(),
  countingRule: z.literal(RATE_RULE),
  on: z.iso.date().meta({ description: 'Day of the figures: the last of a period that is over, else today. As known now.' }),
  reached: z.boolean().nullable().meta({ description: 'Compared by exact numbers of persons, not by the rounded rate.' }),
  asOf: z.iso.datetime({ offset: true }),
  underCheck: z.boolean(),
  rates: z.array(publicRate),
});

export const targetsAnswer = z.object({
  countingRuleUrl: z.string(),
  targets: z.array(publicTarget),
  rates: z.array(publicRateTarget).meta({ description: 'The certified-on-post rate, which is not counted by month.' }),
});
export type TargetsAnswer = z.output<typeof targetsAnswer>;

export const apiProblem = z.object({
  error: z.object({
    status: z.int(),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  }),
});
