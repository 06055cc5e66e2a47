import { z } from 'zod';
import { CERTIFICATE_FAMILIES } from '~/domain/certificate/certificate';
import { CITY_CODE, DISTRICT_CODES } from '~/domain/organisation/districts';
import { OPERATOR_TYPES } from '~/domain/organisation/organisation';
import { isDate } from '~/domain/shared/period';

// What clients ask and are answered, as schemas: the interface reads by them, and its description is made of them.
export const INSTITUTIONS_PAGE = 100;

export const institutionsQuery = z.strictObject({
  district: z.enum(DISTRICT_CODES).optional().meta({ description: 'District code.' }),
  q: z.string().min(1).max(100).optional().meta({ description: 'Part of the name.' }),
  page: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(1)
    .meta({ description: `Pages of ${INSTITUTIONS_PAGE}.` }),
});

export const institutionsAnswer = z.object({
  total: z.int().min(0),
  page: z.int().min(1),
  institutions: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      districtCode: z.string().nullable(),
      subdistrict: z.string().nullable(),
      address: z.string().nullable(),
      operatorType: z.enum(OPERATOR_TYPES).nullable(),
      places: z.int().min(0).nullable().meta({ description: 'Children’s places (托位数).' }),
      isInclusive: z.boolean().meta({ description: 'Inclusive (普惠).' }),
    }),
  ),
});

export const rateQuery = z.strictObject({
  district: z
    .enum([CITY_CODE, ...DISTRICT_CODES])
    .optional()
    .meta({ description: `District code; ${CITY_CODE} is the whole city. Without it, the city and its districts.` }),
  date: z
    .string()
    .max(10)
    .refine(isDate, 'field_date')
    .optional()
    .meta({ format: 'date', description: 'Any day up to today; today without it.' }),
});

const figure = z.int().min(0).nullable();
export const rateAnswer = z.object({
  on: z.iso.date(),
  asOf: z.iso.datetime().meta({ description: 'Up to when changes are in.' }),
  underCheck: z.boolean().meta({ description: 'A recount differs; do not quote the figures until this is false again.' }),
  rule: z
    .object({ code: z.string(), version: z.int(), titleZh: z.string(), titleEn: z.string() })
    .nullable()
    .meta({ description: 'The counting rule in force that day.' }),
  rates: z.array(
    z.object({
      district: z.string(),
      certified: figure.meta({ description: 'Certificate-holding caregivers on post (N).' }),
      onPost: figure.meta({ description: 'Caregivers on post (D).' }),
      rate: z
        .number()
        .nullable()
        .meta({ description: 'Per cent with one decimal, half up; null where nobody is on post or it is not published.' }),
      institutions: figure,
      freshInstitutions: figure.meta({ description: 'Institutions whose roster was confirmed of late.' }),
      hidden: z.literal('small_cell').nullable().meta({ description: 'Why a figure is null: it stands for a few persons.' }),
    }),
  ),
});

export const certificatesQuery = z.strictObject({
  code: z.string().min(1).max(60).meta({ description: 'Check code printed on the certificate.' }),
});

const known = z.string().nullable();
export const certificatesAnswer = z.object({
  outcome: z.enum(['valid', 'revoked', 'unknown']),
  kind: z.enum(['completion', 'post_training']).nullable(),
  number: known,
  name: known.meta({ description: 'Masked, as on the public check.' }),
  courseTitle: known,
  category: known,
  providerName: known,
  completedOn: known.meta({ format: 'date' }),
  issuedOn: known.meta({ format: 'date' }),
});

export const heldCertificatesQuery = z.strictObject({
  family: z.enum(CERTIFICATE_FAMILIES).meta({ description: 'Family of the certificate, e.g. hrss_skill_level, x_certificate.' }),
  number: z.string().min(1).max(60).meta({ description: 'Number as it is printed.' }),
  name: z.string().min(1).max(60).meta({ description: 'Name of its holder, whole: without the right name nothing is said.' }),
});

export const heldCertificatesAnswer = z.object({
  outcome: z
    .enum(['verified', 'not_standing', 'unknown'])
    .meta({ description: 'verified: checked at its source and standing. not_standing: revoked or ended. unknown: everything else.' }),
  verifiedOn: z.iso.date().nullable(),
  issuedOn: z.iso.date().nullable(),
  validUntil: z.iso.date().nullable().meta({ description: 'Last valid day; null where none is printed.' }),
});

export const classesQuery = z.strictObject({
  code: z.string().min(1).max(40).meta({ description: 'Code of a class (班期编号) of the client’s own organisation.' }),
});

export const classesAnswer = z.object({
  classCode: z.string(),
  courseTitle: z.string(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  lessons: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      heldOn: z.iso.date(),
      startsAt: z.iso.datetime(),
      minutes: z.int(),
      status: z.string(),
    }),
  ),
});
