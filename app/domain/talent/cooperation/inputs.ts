import { z } from 'zod';
import { DISTRICT_CODES } from '../../organisation/districts';
import { dateField, personName } from '../../shared/inputs';
import { AGREEMENT_PHASES, AGREEMENT_SCOPES, ENTERPRISE_STATUSES, MAX_PRACTICE_DAYS, PRACTICE_STATUSES } from '../cooperation';

const needed = (max: number) => z.string().min(1).max(max);
const reason = z.string().min(1, 'reason_required').max(500);
const days = z
  .string()
  .regex(/^\d{1,3}$/, 'field_whole_number')
  .transform(Number)
  .pipe(z.number().min(1).max(MAX_PRACTICE_DAYS));

/** Without a file what was handed in before stays. */
const file = z.instanceof(File).optional();

export const agreementInput = z
  .object({
    institutionId: z.uuid('institution_unknown'),
    number: needed(60),
    'scopes[]': z.array(z.enum(AGREEMENT_SCOPES)).min(1).default([]),
    signedOn: dateField,
    fromOn: dateField,
    untilOn: dateField,
    remark: z.string().max(500),
    renewsId: z.uuid().optional(),
    file,
  })
  .transform(({ 'scopes[]': scopes, renewsId, ...rest }) => ({
    ...rest,
    renewsId: renewsId ?? null,
    scopes: AGREEMENT_SCOPES.filter((scope) => scopes.includes(scope)),
  }));
export type AgreementForm = z.output<typeof agreementInput>;

/** Names the version that was looked at. */
export const agreementConfirmation = z.object({ seen: z.string().max(40) });
export const agreementEnd = z.object({ endedOn: dateField, reason });

export const enterpriseInput = z.object({ status: z.enum(ENTERPRISE_STATUSES, 'field_choice'), fromOn: dateField, documentNo: needed(80) });
export const enterpriseEnd = z.object({ enterpriseId: z.uuid(), untilOn: dateField, reason });
export const enterpriseRemoval = z.object({ enterpriseId: z.uuid(), reason });

export const practiceInput = z.object({
  institutionId: z.uuid('institution_unknown'),
  teacherName: personName,
  fromOn: dateField,
  untilOn: dateField,
  days,
  topic: needed(120),
});
export const practiceDone = z.object({ untilOn: dateField, days, summary: needed(1000) });

const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const q = z.string().max(60).catch('').default('');
const district = z.enum(DISTRICT_CODES).optional().catch(undefined);

export const agreementSearch = z.object({
  phase: z.enum(AGREEMENT_PHASES).optional().catch(undefined),
  scope: z.enum(AGREEMENT_SCOPES).optional().catch(undefined),
  district,
  q,
  page,
});

export const practiceSearch = z.object({
  view: z.enum(['list', 'totals']).catch('list'),
  status: z.enum(PRACTICE_STATUSES).optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  district,
  q,
  page,
});

export const enterpriseSearch = z.object({
  status: z.enum(ENTERPRISE_STATUSES).optional().catch(undefined),
  show: z.enum(['current', 'all']).catch('current'),
  district,
  q,
  page,
});

export const endingDaysInput = z.object({
  value: z
    .string()
    .regex(/^\d{1,3}$/, 'field_whole_number')
    .transform(Number),
});

/** Looking for an institution by district and a part of its name; `renews` = the agreement to go on from. */
export const partnerSearch = z.object({
  district: z
    .enum(['', ...DISTRICT_CODES])
    .catch('')
    .default(''),
  q,
  institution: z.uuid().optional().catch(undefined),
  renews: z.uuid().optional().catch(undefined),
});
