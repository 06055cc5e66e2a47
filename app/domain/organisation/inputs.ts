import { z } from 'zod';
import { ROLES } from '../shared/actor';
import { API_SCOPES } from '../shared/api-scopes';
import { checked, contactPhone, dateField, mobilePhone, optionally, personName } from '../shared/inputs';
import { CLIENT_STATES } from './api-client';
import { DISTRICT_CODES } from './districts';
import { CREATABLE_KINDS, FILING_STATUSES, LEGAL_NATURES, OPERATOR_TYPES, ORGANISATION_STATUSES, PROVIDER_KINDS } from './organisation';
import { checkUscc } from './uscc';

const CITY_LEVEL = 'city';
/** A district, or the city level: null. */
const area = z.enum([CITY_LEVEL, ...DISTRICT_CODES]).transform((code) => (code === CITY_LEVEL ? null : code));

const facts = {
  name: z.string().min(2).max(100),
  uscc: checked(checkUscc, 40),
  legalNature: z.enum(LEGAL_NATURES),
  address: z.string().min(1).max(200),
  contactName: personName,
  contactEmail: optionally(z.email().max(200)),
};

/** The list of course categories belongs to courses: the door hands it in. */
const chosen = <C extends string>(categories: readonly C[]) => z.array(z.enum(categories)).min(1).max(categories.length);

/** A provider asks to be admitted; the contact person's mobile number becomes the first account's. */
export const applyInput = <C extends string>(categories: readonly C[]) =>
  z
    .object({
      kind: z.enum(PROVIDER_KINDS),
      area,
      ...facts,
      contactPhone: mobilePhone,
      'categories[]': chosen(categories),
      applicationNote: z.string().max(1000),
      agreed: z.literal('on', 'privacy_not_accepted'),
    })
    .transform(({ agreed: _agreed, area: districtCode, 'categories[]': categories, ...rest }) => ({ ...rest, districtCode, categories }));

/** An officer enters an organisation, or corrects one (whose kind stays). */
export const organisationInput = <C extends string>(categories: readonly C[]) =>
  z
    .object({
      area,
      ...facts,
      contactPhone,
      siteNo: z.coerce.number('field_whole_number').int('field_whole_number').min(1).max(999).catch(1),
      operatorType: optionally(z.enum(OPERATOR_TYPES)),
      filingStatus: optionally(z.enum(FILING_STATUSES)),
      filedOn: optionally(dateField),
      'categories[]': z
        .array(z.enum(categories))
        .max(categories.length)
        .optional()
        .transform((list) => list ?? []),
    })
    .transform(({ area: districtCode, 'categories[]': categories, ...rest }) => ({ ...rest, districtCode, categories }));
/** What changing needs beside the facts: from which day they are so, where they were right before. */
export const changedFromInput = z.object({ changedFrom: optionally(dateField) });
export const kindInput = z.object({ kind: z.enum(CREATABLE_KINDS) });

export const approvalInput = <C extends string>(categories: readonly C[]) => z.object({ 'categories[]': chosen(categories) });

const username = z
  .string()
  .transform((text) => text.toLowerCase())
  .pipe(z.string().regex(/^[a-z][a-z0-9._-]{3,31}$/, 'username_invalid'));

/** An account for somebody of an organisation: signs in by phone or by user name, one of them at least. */
export const accountInput = z
  .object({ name: personName, role: z.enum(ROLES), phone: optionally(mobilePhone), username: optionally(username) })
  .refine((input) => input.phone !== null || input.username !== null, { error: 'login_needed', path: ['phone'] });

export const organisationSearch = z.object({
  q: z.string().max(100).catch(''),
  kind: z.enum(CREATABLE_KINDS).optional().catch(undefined),
  status: z.enum(ORGANISATION_STATUSES).optional().catch(undefined),
  district: z
    .enum([CITY_LEVEL, ...DISTRICT_CODES])
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export const placeInput = z.object({ organisationId: z.uuid({ error: 'field_choice' }) });

export const membershipInput = z.object({ membershipId: z.uuid(), reason: z.string().min(1, 'reason_required').max(500) });
export const accountAct = z.object({ accountId: z.uuid(), reason: z.string().min(1, 'reason_required').max(500) });

export const apiClientInput = z.object({
  name: z.string().min(1).max(100),
  'scopes[]': z.array(z.enum(API_SCOPES, { error: 'field_choice' }), 'client_scopes').min(1, 'client_scopes'),
  expiresOn: dateField,
});
export const revokeClientInput = z.object({ clientId: z.uuid(), reason: z.string().min(1, 'reason_required').max(500) });

/** State of the list of client keys, in the address. */
export const clientSearch = z.object({
  q: z.string().max(100).catch(''),
  state: z.enum(CLIENT_STATES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
