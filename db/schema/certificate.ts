import { sql } from 'drizzle-orm';
import { boolean, char, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  CERTIFICATE_FAMILIES,
  CERTIFICATE_LEVELS,
  CERTIFICATE_SOURCES,
  CERTIFICATE_STATUSES,
  CHECK_RESULTS,
  OCCUPATIONS,
  TITLE_LEVELS,
  TITLE_SERIES,
  VERIFY_CHANNELS,
} from '../../app/domain/certificate/certificate';
import { RULE_CODES, RULE_STATUSES, type RuleClause } from '../../app/domain/certificate/counting-rule';
import { X_LEVELS } from '../../app/domain/evaluation/evaluation';
import { allOf, day, id, instant, isOneOf, oneOf } from './columns';
import { district, organisation } from './organisation';
import { person } from './person';

/** The catalogue of 1+X certificates: editable data with its source, open for more. */
export const xCertificateKind = pgTable(
  'x_certificate_kind',
  {
    id: id(),
    name: text().notNull(),
    issuer: text().notNull(),
    /** The evaluation organisation on the platform, where it has an account. */
    organisationId: uuid().references(() => organisation.id),
    levels: text({ enum: X_LEVELS }).array().notNull(),
    /** Counts under the `standard` rule. */
    childcareRelated: boolean().notNull(),
    /** First letters of the numbers that the platform gives out; no two certificates share them. */
    numberPrefix: text().notNull().default(''),
    /** Last serial handed out, under the row lock; never goes back. */
    lastSerial: integer().notNull().default(0),
    source: text().notNull().default(''),
    isActive: boolean().notNull().default(true),
    createdAt: instant().notNull(),
    createdBy: uuid(),
  },
  (t) => [
    uniqueIndex('x_certificate_kind_name').on(t.name, t.issuer),
    uniqueIndex('x_certificate_kind_prefix').on(t.numberPrefix).where(sql`${t.numberPrefix} <> ''`),
    allOf('x_certificate_kind_levels', t.levels, X_LEVELS),
  ],
);

/** Issuers that a family is known to have (allow-list); others are looked at twice, never refused. */
export const certificateIssuer = pgTable(
  'certificate_issuer',
  {
    id: id(),
    family: text({ enum: CERTIFICATE_FAMILIES }).notNull(),
    name: text().notNull(),
    /** First letters of its numbers, where they are known. */
    numberPrefix: text(),
    /** Official address where a number is looked up. */
    queryUrl: text(),
    source: text().notNull().default(''),
    isActive: boolean().notNull().default(true),
    createdAt: instant().notNull(),
    createdBy: uuid(),
  },
  (t) => [oneOf('certificate_issuer_family', t.family, CERTIFICATE_FAMILIES), uniqueIndex('certificate_issuer_name').on(t.family, t.name)],
);

/** A certificate that a person holds from outside. A correction is a new row that names the one it replaces. */
export const certificate = pgTable(
  'certificate',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    family: text({ enum: CERTIFICATE_FAMILIES }).notNull(),
    occupation: text({ enum: OCCUPATIONS }),
    xKindId: uuid().references(() => xCertificateKind.id),
    level: text({ enum: CERTIFICATE_LEVELS }),
    /** Of a professional title 职称 alone. */
    titleSeries: text({ enum: TITLE_SERIES }),
    titleLevel: text({ enum: TITLE_LEVELS }),
    /** The completion that this platform gave it for (health-care training). */
    completionId: uuid(),
    name: text().notNull(),
    number: text().notNull(),
    issuer: text().notNull(),
    issuedOn: day().notNull(),
    /** Last valid day; null = none printed. */
    validUntil: day(),
    status: text({ enum: CERTIFICATE_STATUSES }).notNull(),
    source: text({ enum: CERTIFICATE_SOURCES }).notNull(),
    submittedAt: instant(),
    /** Account and organisation of the submitter: neither verifies it. */
    submittedBy: uuid(),
    submittedByOrganisationId: uuid().references(() => organisation.id),
    /** District that verifies: of her main post when it was submitted; null = the city. */
    districtCode: char({ length: 6 }).references(() => district.code),
    verifiedAt: instant(),
    verifiedBy: uuid(),
    rejectedAt: instant(),
    /** Counts no more from this day (half-open); the day of issue when it never was genuine. */
    revokedOn: day(),
    revokedAt: instant(),
    decisionReason: text(),
    replacesId: uuid(),
    creditBankNo: text(),
    importId: uuid(),
    /** Codes of what spoke for a second look when it was screened last; null = not screened yet. The page screens anew. */
    warnings: text().array(),
    remark: text().notNull().default(''),
    createdAt: instant().notNull(),
    isDemo: boolean().notNull().default(false),
  },
  (t) => [
    oneOf('certificate_family', t.family, CERTIFICATE_FAMILIES),
    oneOf('certificate_occupation', t.occupation, OCCUPATIONS),
    oneOf('certificate_level', t.level, CERTIFICATE_LEVELS),
    oneOf('certificate_title_series', t.titleSeries, TITLE_SERIES),
    oneOf('certificate_title_level', t.titleLevel, TITLE_LEVELS),
    check('certificate_title', sql`(${t.family} = 'professional_title') = (${t.titleSeries} is not null and ${t.titleLevel} is not null)`),
    index('certificate_professional_title').on(t.personId).where(sql`${t.family} = 'professional_title'`),
    uniqueIndex('certificate_completion').on(t.completionId).where(sql`${t.completionId} is not null and ${t.status} = 'verified'`),
    oneOf('certificate_status', t.status, CERTIFICATE_STATUSES),
    oneOf('certificate_source', t.source, CERTIFICATE_SOURCES),
    check('certificate_days', sql`${t.validUntil} is null or ${t.validUntil} >= ${t.issuedOn}`),
    check('certificate_revoked', sql`(${t.status} = 'revoked') = (${t.revokedOn} is not null)`),
    // One standing entry of a number; a rejected or revoked one does not block its correction.
    uniqueIndex('certificate_standing')
      .on(t.family, t.number, t.personId)
      .where(isOneOf(t.status, ['submitted', 'verified'])),
    index('certificate_number').on(t.family, t.number),
    index('certificate_person').on(t.personId),
    index('certificate_queue').on(t.districtCode, t.submittedAt).where(sql`${t.status} = 'submitted'`),
    index('certificate_expiry').on(t.validUntil).where(sql`${t.status} = 'verified' and ${t.validUntil} is not null`),
    index('certificate_unscreened').on(t.id).where(sql`${t.status} = 'submitted' and ${t.warnings} is null`),
    index('certificate_import').on(t.importId).where(sql`${t.importId} is not null`),
  ],
);

/** A photo or PDF of a certificate, or of the screen of an official check. Metadata is removed before it is kept. */
export const certificateFile = pgTable(
  'certificate_file',
  {
    id: id(),
    certificateId: uuid()
      .notNull()
      .references(() => certificate.id),
    /** `copy` of the certificate, or `receipt` of a check. */
    purpose: text({ enum: ['copy', 'receipt'] }).notNull(),
    name: text().notNull(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    storedAs: text().notNull(),
    uploadedAt: instant().notNull(),
    uploadedBy: uuid(),
    /** When the uploader agreed to its being kept (copies only). */
    consentedAt: instant(),
  },
  (t) => [index('certificate_file_certificate').on(t.certificateId)],
);

/** A receipt: who looked where on which day and found what. */
export const certificateCheck = pgTable(
  'certificate_check',
  {
    id: id(),
    certificateId: uuid()
      .notNull()
      .references(() => certificate.id),
    channel: text({ enum: VERIFY_CHANNELS }).notNull(),
    checkedOn: day().notNull(),
    result: text({ enum: CHECK_RESULTS }).notNull(),
    note: text().notNull().default(''),
    fileId: uuid().references(() => certificateFile.id),
    recordedAt: instant().notNull(),
    recordedBy: uuid(),
  },
  (t) => [
    oneOf('certificate_check_channel', t.channel, VERIFY_CHANNELS),
    oneOf('certificate_check_result', t.result, CHECK_RESULTS),
    index('certificate_check_certificate').on(t.certificateId),
  ],
);

/** Official address where the numbers of a family are looked up; the city may correct it. Nothing is ever fetched from there. */
export const certificateLookup = pgTable(
  'certificate_lookup',
  {
    family: text({ enum: CERTIFICATE_FAMILIES }).primaryKey(),
    url: text().notNull(),
    /** How a result of that address is recorded. */
    channel: text({ enum: VERIFY_CHANNELS }).notNull(),
    source: text().notNull().default(''),
    changedAt: instant().notNull(),
    changedBy: uuid(),
  },
  (t) => [
    oneOf('certificate_lookup_family', t.family, CERTIFICATE_FAMILIES),
    oneOf('certificate_lookup_channel', t.channel, VERIFY_CHANNELS),
  ],
);

/** That a certificate is about to end was said once per threshold (days left; 0 = it has ended). */
export const certificateReminder = pgTable(
  'certificate_reminder',
  {
    certificateId: uuid()
      .notNull()
      .references(() => certificate.id),
    threshold: integer().notNull(),
    validUntil: day().notNull(),
    eventId: uuid().notNull(),
    remindedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.certificateId, t.threshold, t.validUntil] }), index('certificate_reminder_event').on(t.eventId)],
);

/** A dated version of a counting rule 口径: what a person on post must hold to be counted as certified. */
export const countingRule = pgTable(
  'counting_rule',
  {
    id: id(),
    code: text({ enum: RULE_CODES }).notNull(),
    version: integer().notNull(),
    titleZh: text().notNull(),
    titleEn: text().notNull(),
    status: text({ enum: RULE_STATUSES }).notNull(),
    /** In force from this day until the next published version of the same code. */
    inForceFromOn: day().notNull(),
    /** `proposed` until a document of the city says so. */
    isOfficial: boolean().notNull().default(false),
    documentNo: text().notNull().default(''),
    clauses: jsonb().$type<RuleClause[]>().notNull(),
    /** Off by default: an expired health certificate would take the person out of N. */
    requireValidHealthCert: boolean().notNull().default(false),
    createdAt: instant().notNull(),
    createdBy: uuid(),
    publishedAt: instant(),
    publishedBy: uuid(),
  },
  (t) => [
    oneOf('counting_rule_code', t.code, RULE_CODES),
    oneOf('counting_rule_status', t.status, RULE_STATUSES),
    uniqueIndex('counting_rule_version').on(t.code, t.version),
    uniqueIndex('counting_rule_in_force').on(t.code, t.inForceFromOn).where(sql`${t.status} = 'published'`),
  ],
);
