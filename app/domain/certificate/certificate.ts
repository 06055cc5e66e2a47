import { daysBetween } from '../shared/period';

/** Families of certificates that people hold; two of them share the Chinese name 职业技能等级证书 and stay apart. */
export const CERTIFICATE_FAMILIES = [
  'hrss_skill_level',
  'hrss_vocational_qualification',
  'x_certificate',
  'teacher_qualification',
  'nurse_license',
  'physician_license',
  'health_certificate',
  'health_care_training',
  'post_training',
  'training_completion',
  'special_ability',
  'commercial_training',
  'childcare_teacher_license',
  'security_guard',
  'first_aid',
  'professional_title',
] as const;
export type CertificateFamily = (typeof CERTIFICATE_FAMILIES)[number];

/** Occupations of the two HRSS families (国家职业分类). */
export const OCCUPATIONS = ['4-10-01-01', '4-10-01-02', '4-10-01-03', '4-14-01-03'] as const;
export type Occupation = (typeof OCCUPATIONS)[number];

/** 5 to 1 (五级 … 一级), T 特级技师, S 首席技师; 1+X certificates have three of their own. */
export const CERTIFICATE_LEVELS = ['5', '4', '3', '2', '1', 'T', 'S', 'junior', 'middle', 'senior'] as const;
export type CertificateLevel = (typeof CERTIFICATE_LEVELS)[number];

/** Series of professional titles 职称 that childcare staff come from; `other` with its own words in the name. */
export const TITLE_SERIES = ['health', 'nursing', 'education', 'vocational_teaching', 'research', 'other'] as const;
export type TitleSeries = (typeof TITLE_SERIES)[number];

/** 员级, 助理级 (both 初级), 中级, 副高, 正高. */
export const TITLE_LEVELS = ['technician', 'assistant', 'intermediate', 'associate_senior', 'senior'] as const;
export type TitleLevel = (typeof TITLE_LEVELS)[number];

/** What is stored. A verified certificate past its last valid day is shown as expired; nothing needs to move it. */
export const CERTIFICATE_STATUSES = ['draft', 'submitted', 'verified', 'rejected', 'revoked'] as const;
export type CertificateStatus = (typeof CERTIFICATE_STATUSES)[number];

export const VERIFY_CHANNELS = ['osta', 'x_platform', 'issuer', 'manual'] as const;
export type VerifyChannel = (typeof VERIFY_CHANNELS)[number];

export const CHECK_RESULTS = ['genuine', 'not_found', 'differs', 'revoked_there'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** Who entered it. */
export const CERTIFICATE_SOURCES = ['person', 'institution', 'import', 'issuer', 'system'] as const;
export type CertificateSource = (typeof CERTIFICATE_SOURCES)[number];

/** What a person or her institution may enter; the others are given by this platform, or kept with the person. */
export const SUBMITTABLE_FAMILIES = [
  'hrss_skill_level',
  'x_certificate',
  'hrss_vocational_qualification',
  'teacher_qualification',
  'nurse_license',
  'physician_license',
  'special_ability',
  'health_care_training',
  'first_aid',
  'security_guard',
  'commercial_training',
  'professional_title',
] as const satisfies readonly CertificateFamily[];
export type SubmittableFamily = (typeof SUBMITTABLE_FAMILIES)[number];

/** `expired` is never stored: it follows from the last valid day. */
export type ShownStatus = CertificateStatus | 'expired';
export const shownStatus = (held: { status: CertificateStatus; validUntil: string | null }, today: string): ShownStatus =>
  held.status === 'verified' && held.validUntil !== null && held.validUntil < today ? 'expired' : held.status;

/** Days before the end at which people are told; 0 = it has ended. */
export const EXPIRY_THRESHOLDS = [90, 60, 30, 0] as const;
export type ExpiryThreshold = (typeof EXPIRY_THRESHOLDS)[number];

/** The tightest threshold that a certificate has reached, or null while there is time. `validUntil` is the last valid day. */
export const expiryThreshold = (validUntil: string, today: string): ExpiryThreshold | null => {
  if (validUntil < today) return 0;
  const left = daysBetween(today, validUntil);
  return left <= 30 ? 30 : left <= 60 ? 60 : left <= 90 ? 90 : null;
};

/** Where a result leads while the entry waits: a genuine one is verified, anything else rejected, or it waits on with a note. */
export const CHECK_DECISIONS = ['decide', 'keep_waiting'] as const;
export type CheckDecision = (typeof CHECK_DECISIONS)[number];
