import { sql } from 'drizzle-orm';
import { boolean, char, check, index, integer, numeric, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { APPEAL_STATUSES, CANDIDATE_STATUSES, SITTING_STATUSES, X_LEVELS } from '../../app/domain/evaluation/evaluation';
import { certificate, xCertificateKind } from './certificate';
import { day, id, instant, oneOf } from './columns';
import { district, organisation } from './organisation';
import { person } from './person';

const points = () => numeric({ precision: 4, scale: 1, mode: 'number' });

/** 考核站点 of an evaluation organisation. */
export const assessmentSite = pgTable(
  'assessment_site',
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    name: text().notNull(),
    districtCode: char({ length: 6 })
      .notNull()
      .references(() => district.code),
    address: text().notNull(),
    /** The college that lends its rooms. */
    hostId: uuid().references(() => organisation.id),
    seats: integer().notNull(),
    isActive: boolean().notNull().default(true),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('assessment_site_name').on(t.organisationId, t.name), check('assessment_site_seats', sql`${t.seats} > 0`)],
);

/** 考试场次: one certificate, one level, one site. `seatsTaken` counts those registered; the check keeps it inside. */
export const sitting = pgTable(
  'sitting',
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    xKindId: uuid()
      .notNull()
      .references(() => xCertificateKind.id),
    level: text({ enum: X_LEVELS }).notNull(),
    siteId: uuid()
      .notNull()
      .references(() => assessmentSite.id),
    code: text().notNull(),
    registerFromOn: day().notNull(),
    registerUntilOn: day().notNull(),
    theoryOn: day().notNull(),
    practicalOn: day().notNull(),
    capacity: integer().notNull(),
    seatsTaken: integer().notNull().default(0),
    /** Last candidate number handed out, under the row lock. */
    lastCandidate: integer().notNull().default(0),
    theoryPass: points().notNull(),
    practicalPass: points().notNull(),
    /** Days to appeal after the results are published. */
    appealDays: integer().notNull().default(7),
    /** Last day to appeal; set when the results are published. */
    appealUntilOn: day(),
    status: text({ enum: SITTING_STATUSES }).notNull(),
    reason: text(),
    /** Results published by one, batch approved by another. */
    resultsPublishedAt: instant(),
    resultsPublishedBy: uuid(),
    approvedAt: instant(),
    approvedBy: uuid(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
    isDemo: boolean().notNull().default(false),
  },
  (t) => [
    oneOf('sitting_level', t.level, X_LEVELS),
    oneOf('sitting_status', t.status, SITTING_STATUSES),
    uniqueIndex('sitting_code').on(t.code),
    check('sitting_seats', sql`${t.seatsTaken} between 0 and ${t.capacity}`),
    check('sitting_days', sql`${t.registerUntilOn} >= ${t.registerFromOn}`),
    index('sitting_organisation').on(t.organisationId, t.status),
    index('sitting_register').on(t.registerUntilOn),
  ],
);

/** Who examines at a sitting; by person where she is known to the platform. */
export const assessor = pgTable(
  'assessor',
  {
    id: id(),
    sittingId: uuid()
      .notNull()
      .references(() => sitting.id),
    name: text().notNull(),
    personId: uuid().references(() => person.id),
  },
  (t) => [uniqueIndex('assessor_once').on(t.sittingId, t.name)],
);

export const candidate = pgTable(
  'candidate',
  {
    id: id(),
    sittingId: uuid()
      .notNull()
      .references(() => sitting.id),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    number: text().notNull(),
    /** The college that registered its student; null = a society learner by herself. */
    collegeId: uuid().references(() => organisation.id),
    status: text({ enum: CANDIDATE_STATUSES }).notNull(),
    theoryPoints: points(),
    practicalPoints: points(),
    resultRecordedAt: instant(),
    resultRecordedBy: uuid(),
    /** The assessor taught her: said when registered or recorded, and logged. */
    assessorTaughtHer: boolean().notNull().default(false),
    certificateId: uuid().references(() => certificate.id),
    creditBankNo: text(),
    importId: uuid(),
    registeredAt: instant().notNull(),
    registeredBy: uuid(),
  },
  (t) => [
    oneOf('candidate_status', t.status, CANDIDATE_STATUSES),
    uniqueIndex('candidate_live').on(t.sittingId, t.personId).where(sql`${t.status} <> 'withdrawn'`),
    uniqueIndex('candidate_number').on(t.number),
    uniqueIndex('candidate_certificate').on(t.certificateId),
    check('candidate_points', sql`${t.theoryPoints} between 0 and 100 and ${t.practicalPoints} between 0 and 100`),
    index('candidate_person').on(t.personId),
    index('candidate_college').on(t.collegeId),
  ],
);

/** A candidate asks for her result to be looked at again. */
export const resultAppeal = pgTable(
  'result_appeal',
  {
    id: id(),
    candidateId: uuid()
      .notNull()
      .references(() => candidate.id),
    statement: text().notNull(),
    status: text({ enum: APPEAL_STATUSES }).notNull(),
    answerDueOn: day().notNull(),
    openedAt: instant().notNull(),
    openedBy: uuid().notNull(),
    decidedAt: instant(),
    decidedBy: uuid(),
    decision: text(),
  },
  (t) => [
    oneOf('result_appeal_status', t.status, APPEAL_STATUSES),
    uniqueIndex('result_appeal_once').on(t.candidateId),
    index('result_appeal_due').on(t.answerDueOn).where(sql`${t.status} = 'open'`),
  ],
);
