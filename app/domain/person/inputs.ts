import { z } from 'zod';
import { newPasswordFields, PASSWORD_MISMATCH, repeatsPassword } from '../account/inputs';
import { checkbox, dateField, identityFields, identityRule, mobilePhone, optionally, personName, type Rule } from '../shared/inputs';
import { checkPassword } from '../shared/password';
import { EDUCATION_LEVELS, ENGAGEMENT_ROLES } from './person';

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
  onPost: checkbox,
  isFullTime: checkbox,
  isIntern: checkbox,
};

export const staffInput = (today: string) =>
  z
    .object({
      name: personName,
      ...identityFields,
      phone: optionally(mobilePhone),
      education: optionally(z.enum(EDUCATION_LEVELS)),
      ...engagementFields,
    })
    .refine(...identityRule(today));
export type StaffEntry = z.output<ReturnType<typeof staffInput>>;

export const engagementInput = z.object({ ...engagementFields, endOn: optionally(dateField) });
export type EngagementEntry = z.output<typeof engagementInput>;

export const endEngagementInput = z.object({ endOn: dateField });

export const personInput = z.object({
  name: personName,
  phone: optionally(mobilePhone),
  education: optionally(z.enum(EDUCATION_LEVELS)),
});
export type PersonEntry = z.output<typeof personInput>;

export const UNMASKABLE = ['id_number', 'phone'] as const;
export const unmaskInput = z.object({ field: z.enum(UNMASKABLE), reason: z.string().min(1, 'reason_required').max(500) });

export const claimInput = z.object({ claimId: z.uuid() });
export const refuseClaimInput = claimInput.extend({ reason: z.string().min(1, 'reason_required').max(500) });

export const STAFF_STATES = ['current', 'ended', 'all'] as const;
export const staffSearch = z.object({
  q: z.string().max(100).catch(''),
  role: z.enum(ENGAGEMENT_ROLES).optional().catch(undefined),
  state: z.enum(STAFF_STATES).catch('current'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
