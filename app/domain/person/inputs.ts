import { z } from 'zod';
import { newPasswordFields, PASSWORD_MISMATCH, repeatsPassword } from '../account/inputs';
import { checkbox, dateField, identityFields, identityRule, mobilePhone, optionally, personName, type Rule } from '../shared/inputs';
import { checkPassword } from '../shared/password';
import { EDUCATION_LEVELS, ENGAGEMENT_ROLES } from './person';
import {
  ALERT_FILTERS,
  DISPUTE_KINDS,
  DOUBLE_ROSTER_DECISIONS,
  DOUBLE_ROSTER_STATES,
  FRESHNESSES,
  PRESENCES,
  STAFF_STATES,
} from './roster';

const text = (value: unknown, name: string): string => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : '';
};
const weaknessOf = (value: unknown) => checkPassword(text(value, 'newPassword'), { phone: text(value, 'phone') });
/** Says what is wrong with the password even where other fields are wrong. */
const passwordRule: Rule = [
  (value: unknown) => weaknessOf(value) === null,
  {
    path: ['newPassword'],
    when: (payload: { value: unknown }) => text(payload.value, 'newPassword') !== '',
    error: (issue: { input?: unknown }) => weaknessOf(issue.input) ?? 'password_common',
  },
];

/** A trainee registers herself. `today` is the Beijing day. */
export const registerInput = (today: string) =>
  z
    .object({
      name: personName,
      ...identityFields,
      phone: mobilePhone,
      ...newPasswordFields,
      work: z.enum(['institution', 'pre_service']),
      privacy: z.literal('on', 'privacy_not_accepted'),
    })
    .refine(...identityRule(today))
    .refine(...passwordRule)
    .refine(repeatsPassword, PASSWORD_MISMATCH);
export type Registration = z.output<ReturnType<typeof registerInput>>;

/** An account that is nobody's yet says whose it is. */
export const identifyInput = (today: string) =>
  z.object({ name: personName, ...identityFields, work: z.enum(['institution', 'pre_service']) }).refine(...identityRule(today));

const engagementFields = {
  role: z.enum(ENGAGEMENT_ROLES),
  startOn: dateField,
  isFullTime: checkbox,
  isIntern: checkbox,
  contractUntilOn: optionally(dateField),
  remark: z.string().max(500).default(''),
};

const checkFields = { healthCertValidUntil: optionally(dateField), backgroundCheckedOn: optionally(dateField) };

export const staffInput = (today: string) =>
  z
    .object({
      name: personName,
      ...identityFields,
      phone: optionally(mobilePhone),
      education: optionally(z.enum(EDUCATION_LEVELS)),
      ...engagementFields,
      ...checkFields,
    })
    .refine(...identityRule(today));
export type StaffEntry = z.output<ReturnType<typeof staffInput>>;

export const engagementInput = z.object({ ...engagementFields, endOn: optionally(dateField) });
export type EngagementEntry = z.output<typeof engagementInput>;

export const endEngagementInput = z.object({ endOn: dateField });

/** An intern becomes staff. */
export const conversionInput = z.object({ startOn: dateField, isFullTime: checkbox, contractUntilOn: optionally(dateField) });
export type ConversionEntry = z.output<typeof conversionInput>;

const offPostFields = { fromOn: dateField, untilOn: optionally(dateField) };
export const offPostInput = z.object(offPostFields);
export type OffPostEntry = z.output<typeof offPostInput>;
export const changeOffPostInput = z.object({ offPostId: z.uuid(), ...offPostFields });
export const removeOffPostInput = z.object({ offPostId: z.uuid() });

export const checksInput = z.object(checkFields);
export type ChecksEntry = z.output<typeof checksInput>;

export const personInput = z.object({
  name: personName,
  phone: optionally(mobilePhone),
  education: optionally(z.enum(EDUCATION_LEVELS)),
});
export type PersonEntry = z.output<typeof personInput>;

export const educationInput = z.object({ education: z.enum(EDUCATION_LEVELS) });
export const ownPhoneInput = z.object({ phone: mobilePhone, currentPassword: z.string().min(1).max(500) });

export const UNMASKABLE = ['id_number', 'phone'] as const;
export const unmaskInput = z.object({ field: z.enum(UNMASKABLE), reason: z.string().min(1, 'reason_required').max(500) });

export const claimInput = z.object({ claimId: z.uuid() });
export const refuseClaimInput = claimInput.extend({ reason: z.string().min(1, 'reason_required').max(500) });

export const staffSearch = z.object({
  q: z.string().max(100).catch(''),
  role: z.enum(ENGAGEMENT_ROLES).optional().catch(undefined),
  state: z.enum(STAFF_STATES).catch('current'),
  presence: z.enum(PRESENCES).optional().catch(undefined),
  alert: z.enum(ALERT_FILTERS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** A worker claims a post: first she finds the institution, then she names what she does there. */
export const institutionSearch = z.object({
  district: z.string().max(6).catch(''),
  q: z.string().max(100).catch(''),
});
export const postClaimInput = z.object({
  institutionId: z.uuid('institution_unknown'),
  role: z.enum(ENGAGEMENT_ROLES),
  startOn: dateField,
  isFullTime: checkbox,
});
export type PostClaimEntry = z.output<typeof postClaimInput>;
export const postClaimIdInput = z.object({ claimId: z.uuid() });

/** She says what is wrong, and what is right. */
export const disputeInput = z.object({
  kind: z.enum(DISPUTE_KINDS),
  startOn: optionally(dateField),
  endOn: optionally(dateField),
  role: optionally(z.enum(ENGAGEMENT_ROLES)),
  statement: z.string().min(1).max(500),
});
export type DisputeEntry = z.output<typeof disputeInput>;
export const engagementIdInput = z.object({ engagementId: z.uuid() });
export const disputeIdInput = z.object({ disputeId: z.uuid() });
export const disputeAnswerInput = disputeIdInput.extend({ reason: z.string().min(1, 'reason_required').max(500) });

/** `seen` is the check value of the list that the page showed. */
export const rosterConfirmationInput = z.object({ seen: z.string().min(1).max(64) });

export const doubleRosterInput = z.object({
  decision: z.enum(DOUBLE_ROSTER_DECISIONS),
  engagementId: optionally(z.uuid()),
  endOn: optionally(dateField),
  reason: z.string().min(1, 'reason_required').max(500),
});
export type DoubleRosterEntry = z.output<typeof doubleRosterInput>;

const page = z.coerce.number().int().min(1).max(10_000).catch(1);
export const doubleRosterSearch = z.object({ state: z.enum(DOUBLE_ROSTER_STATES).catch('open'), page });
export const rosterSearch = z.object({
  district: z.string().max(6).catch(''),
  q: z.string().max(100).catch(''),
  freshness: z.enum(FRESHNESSES).optional().catch(undefined),
  page,
});

/** Exact number, or name with institution: a search that finds one person, never a crowd. `today` is the Beijing day. */
export const personNumberInput = (today: string) => z.object(identityFields).refine(...identityRule(today));
export const personNameInput = z.object({ name: z.string().min(1).max(100), institution: z.string().max(100).default('') });
export const mergeSearch = z.object({ keep: z.uuid().catch(''), merge: z.uuid().catch('') });
export const mergeInput = z.object({ keep: z.uuid(), merge: z.uuid(), reason: z.string().min(1, 'reason_required').max(500) });

export const confirmDaysInput = z.object({ value: z.string().min(1).pipe(z.coerce.number<string>().int()) });
