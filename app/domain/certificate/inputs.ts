import { z } from 'zod';
import { isDistrictCode } from '../organisation/districts';
import { checkbox, dateField, optionally } from '../shared/inputs';
import {
  CERTIFICATE_FAMILIES,
  CERTIFICATE_LEVELS,
  CERTIFICATE_SOURCES,
  CERTIFICATE_STATUSES,
  CHECK_DECISIONS,
  CHECK_RESULTS,
  OCCUPATIONS,
  SUBMITTABLE_FAMILIES,
  TITLE_LEVELS,
  TITLE_SERIES,
  VERIFY_CHANNELS,
} from './certificate';
import { ERROR_CODES, WARNING_CODES } from './problem';
import { NO_POST } from './title';

const text = (max: number) => z.string().max(max).default('');
const needed = (max: number) => z.string().min(1).max(max);
const page = z.coerce.number().int().min(1).max(10_000).catch(1);

/** Choices before the form itself: which family, whose. */
export const newEntrySearch = z.object({
  family: z.enum(SUBMITTABLE_FAMILIES).optional().catch(undefined),
  engagement: z.string().max(40).catch('').default(''),
  replaces: z.string().max(40).catch('').default(''),
});

export const entryForm = z
  .object({
    certificateId: z.string().max(40),
    replaces: text(40),
    engagement: text(40),
    family: z.enum(SUBMITTABLE_FAMILIES),
    occupation: optionally(z.enum(OCCUPATIONS)),
    level: optionally(z.enum(CERTIFICATE_LEVELS)),
    xKindId: optionally(z.string().max(40)),
    titleSeries: optionally(z.enum(TITLE_SERIES)),
    titleLevel: optionally(z.enum(TITLE_LEVELS)),
    name: text(100),
    number: needed(80),
    issuer: text(100),
    issuedOn: dateField,
    validUntil: optionally(dateField),
    remark: text(300),
    consent: checkbox,
    file: z.file().optional(),
  })
  .superRefine(({ family, issuer, name, ...title }, ctx) => {
    for (const field of ['titleSeries', 'titleLevel'] as const)
      if (family === 'professional_title' && title[field] === null)
        ctx.addIssue({ code: 'custom', path: [field], message: 'field_required', input: '' });
    const isOccupational = family === 'hrss_skill_level' || family === 'hrss_vocational_qualification';
    if (family !== 'x_certificate' && issuer === '')
      ctx.addIssue({ code: 'custom', path: ['issuer'], message: 'field_required', input: '' });
    if (family !== 'x_certificate' && !isOccupational && name === '')
      ctx.addIssue({ code: 'custom', path: ['name'], message: 'field_required', input: '' });
  })
  .transform(({ certificateId, replaces, engagement, consent, file, ...entry }) => ({
    file,
    draft: { certificateId, replacesId: replaces || null, engagementId: engagement || null, consent, entry },
  }));

export const copyInput = z.object({ fileId: z.string().max(40) });

export const checkForm = z.object({
  checkId: z.string().max(40),
  seenStatus: z.enum(CERTIFICATE_STATUSES),
  channel: z.enum(VERIFY_CHANNELS),
  checkedOn: dateField,
  result: z.enum(CHECK_RESULTS),
  note: text(500),
  decision: z.enum(CHECK_DECISIONS).default('decide'),
  file: z.file().optional(),
});

export const revocationForm = z.object({
  from: z.enum(['issue', 'day']),
  revokedOn: optionally(dateField),
  reason: z.string().min(1, 'reason_required').max(500),
});

export const REGISTRY_STATES = ['submitted', 'verified', 'expired', 'rejected', 'revoked', 'all'] as const;
export const WARNING_FILTERS = ['any', 'none', ...ERROR_CODES, ...WARNING_CODES] as const;
export const WAITING_FILTERS = ['3', '7', '14', '30'] as const;
export const EXPIRY_FILTERS = ['30', '60', '90', 'ended'] as const;

/** Filters of the queue and of the registry: the address of the list, and of each certificate opened from it. */
export const registrySearch = z.object({
  state: z.enum(REGISTRY_STATES).catch('submitted').default('submitted'),
  family: z.enum(CERTIFICATE_FAMILIES).optional().catch(undefined),
  district: z.string().refine(isDistrictCode).optional().catch(undefined),
  institution: z.string().max(60).catch('').default(''),
  warning: z.enum(WARNING_FILTERS).optional().catch(undefined),
  waiting: z.enum(WAITING_FILTERS).optional().catch(undefined),
  source: z.enum(CERTIFICATE_SOURCES).optional().catch(undefined),
  q: z.string().max(60).catch('').default(''),
  page,
});

/** Of certificates about to end; `30` includes what is nearer. */
export const expirySearch = z.object({
  within: z.enum(EXPIRY_FILTERS).optional().catch(undefined),
  family: z.enum(CERTIFICATE_FAMILIES).optional().catch(undefined),
  district: z.string().refine(isDistrictCode).optional().catch(undefined),
  institution: z.string().max(60).catch('').default(''),
  page,
});

export const institutionCertificatesSearch = z.object({
  state: z
    .enum(['standing', ...REGISTRY_STATES, 'draft'] as const)
    .catch('standing')
    .default('standing'),
  family: z.enum(CERTIFICATE_FAMILIES).optional().catch(undefined),
  within: z.enum(EXPIRY_FILTERS).optional().catch(undefined),
  q: z.string().max(60).catch('').default(''),
  page,
});

export const issuerSearch = z.object({
  family: z.enum(CERTIFICATE_FAMILIES).optional().catch(undefined),
  q: z.string().max(60).catch('').default(''),
  state: z.enum(['active', 'inactive', 'all']).catch('active').default('active'),
  page,
});

const address = optionally(z.url({ protocol: /^https?$/, error: 'issuer_url' }).max(300));
export const issuerForm = z.object({ family: z.enum(CERTIFICATE_FAMILIES), name: needed(100), queryUrl: address, source: text(200) });
export const issuerChangeForm = z.object({ issuerId: z.string().max(40), queryUrl: address, source: text(200), isActive: checkbox });
export const lookupForm = z.object({
  family: z.enum(CERTIFICATE_FAMILIES),
  url: z.url({ protocol: /^https?$/, error: 'issuer_url' }).max(300),
  channel: z.enum(VERIFY_CHANNELS),
  source: text(200),
});

const titleChoice = {
  series: z.enum(TITLE_SERIES).optional().catch(undefined),
  level: z.enum(TITLE_LEVELS).optional().catch(undefined),
  district: z
    .string()
    .refine((code) => code === NO_POST || isDistrictCode(code))
    .optional()
    .catch(undefined),
};
export const titleSearch = z.object(titleChoice);
export const titleHolderSearch = z.object({ ...titleChoice, page });
