import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { ENGAGEMENT_ROLES } from '../../app/domain/person/person';
import {
  DISPUTE_KINDS,
  DISPUTE_STATUSES,
  DOUBLE_ROSTER_DECISIONS,
  POST_CLAIM_STATUSES,
  ROSTER_REMINDERS,
} from '../../app/domain/person/roster';
import { ID_TYPES } from '../../app/domain/shared/identity';
import { day, id, instant, isOneOf, oneOf } from './columns';
import { organisation } from './organisation';
import { engagement, person } from './person';

/** Days off post (long leave) of an engagement, half-open; why is nobody's business here. */
export const offPost = pgTable(
  'off_post',
  {
    id: id(),
    engagementId: uuid()
      .notNull()
      .references(() => engagement.id),
    fromOn: day().notNull(),
    untilOn: day(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
  },
  (t) => [
    check('off_post_days', sql`${t.untilOn} is null or ${t.untilOn} > ${t.fromOn}`),
    index('off_post_engagement').on(t.engagementId, t.fromOn),
    uniqueIndex('off_post_open').on(t.engagementId).where(sql`${t.untilOn} is null`),
  ],
);

/** A worker claims a post; the institution confirms, which makes the engagement. */
export const postClaim = pgTable(
  'post_claim',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    institutionId: uuid()
      .notNull()
      .references(() => organisation.id),
    role: text({ enum: ENGAGEMENT_ROLES }).notNull(),
    startOn: day().notNull(),
    isFullTime: boolean().notNull(),
    status: text({ enum: POST_CLAIM_STATUSES }).notNull(),
    answerDueOn: day().notNull(),
    engagementId: uuid().references(() => engagement.id),
    createdAt: instant().notNull(),
    createdBy: uuid(),
    decidedAt: instant(),
    decidedBy: uuid(),
    reason: text(),
  },
  (t) => [
    oneOf('post_claim_role', t.role, ENGAGEMENT_ROLES),
    oneOf('post_claim_status', t.status, POST_CLAIM_STATUSES),
    uniqueIndex('post_claim_open')
      .on(t.personId, t.institutionId, t.role)
      .where(isOneOf(t.status, ['pending', 'escalated'])),
    index('post_claim_institution').on(t.institutionId, t.status),
    index('post_claim_person').on(t.personId),
  ],
);

/** A worker says that an entry about her is wrong. It counts as entered until somebody decides. */
export const engagementDispute = pgTable(
  'engagement_dispute',
  {
    id: id(),
    engagementId: uuid()
      .notNull()
      .references(() => engagement.id),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    institutionId: uuid()
      .notNull()
      .references(() => organisation.id),
    kind: text({ enum: DISPUTE_KINDS }).notNull(),
    /** What she says is right: a day of leaving or beginning, a role. */
    wanted: jsonb().$type<{ startOn?: string; endOn?: string; role?: string }>().notNull(),
    statement: text().notNull(),
    status: text({ enum: DISPUTE_STATUSES }).notNull(),
    answerDueOn: day().notNull(),
    openedAt: instant().notNull(),
    openedBy: uuid().notNull(),
    escalatedAt: instant(),
    decidedAt: instant(),
    decidedBy: uuid(),
    decision: text(),
  },
  (t) => [
    oneOf('engagement_dispute_kind', t.kind, DISPUTE_KINDS),
    oneOf('engagement_dispute_status', t.status, DISPUTE_STATUSES),
    uniqueIndex('engagement_dispute_open')
      .on(t.engagementId)
      .where(isOneOf(t.status, ['open', 'escalated'])),
    index('engagement_dispute_institution').on(t.institutionId, t.status),
    index('engagement_dispute_person').on(t.personId),
  ],
);

/** The institution says on a day that its roster is right. */
export const rosterConfirmation = pgTable(
  'roster_confirmation',
  {
    id: id(),
    institutionId: uuid()
      .notNull()
      .references(() => organisation.id),
    confirmedOn: day().notNull(),
    confirmedAt: instant().notNull(),
    confirmedBy: uuid(),
    staff: integer().notNull(),
    /** Hash over the entries that were confirmed. */
    sha256: text().notNull(),
  },
  (t) => [uniqueIndex('roster_confirmation_once').on(t.institutionId, t.confirmedOn, t.sha256)],
);

/** What an institution was reminded of, once each: that its roster is nearly due, due, or stale. */
export const rosterReminder = pgTable(
  'roster_reminder',
  {
    institutionId: uuid()
      .notNull()
      .references(() => organisation.id),
    kind: text({ enum: ROSTER_REMINDERS }).notNull(),
    /** Last day of the confirmation that it is about. */
    dueOn: day().notNull(),
    remindedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.kind, t.dueOn] }), oneOf('roster_reminder_kind', t.kind, ROSTER_REMINDERS)],
);

/** One identity on two current rosters (挂靠?): both districts see it, a decision is recorded. */
export const doubleRoster = pgTable(
  'double_roster',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    /** The earlier and the later entry. */
    firstEngagementId: uuid()
      .notNull()
      .references(() => engagement.id),
    secondEngagementId: uuid()
      .notNull()
      .references(() => engagement.id),
    raisedAt: instant().notNull(),
    decision: text({ enum: DOUBLE_ROSTER_DECISIONS }),
    decidedAt: instant(),
    decidedBy: uuid(),
    reason: text(),
    /** One of the two ended by itself before anybody decided. */
    settledAt: instant(),
  },
  (t) => [
    oneOf('double_roster_decision', t.decision, DOUBLE_ROSTER_DECISIONS),
    uniqueIndex('double_roster_pair').on(t.firstEngagementId, t.secondEngagementId).where(sql`${t.decidedAt} is null`),
    index('double_roster_open').on(t.raisedAt).where(sql`${t.decidedAt} is null and ${t.settledAt} is null`),
    index('double_roster_person').on(t.personId),
  ],
);

/** Two records of one person became one: what moved, from where. */
export const personMerge = pgTable(
  'person_merge',
  {
    id: id(),
    keptId: uuid()
      .notNull()
      .references(() => person.id),
    mergedId: uuid()
      .notNull()
      .references(() => person.id),
    reason: text().notNull(),
    /** Table → ids of the rows that were moved. */
    moved: jsonb().$type<Record<string, string[]>>().notNull(),
    mergedAt: instant().notNull(),
    mergedBy: uuid().notNull(),
  },
  (t) => [uniqueIndex('person_merge_merged').on(t.mergedId), index('person_merge_kept').on(t.keptId)],
);

/** A further identity document of a person, found like the first. */
export const personDocument = pgTable(
  'person_document',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    idType: text({ enum: ID_TYPES }).notNull(),
    idNumberEncrypted: text().notNull(),
    idNumberHash: text().notNull(),
    idNumberMasked: text().notNull(),
    addedAt: instant().notNull(),
  },
  (t) => [
    oneOf('person_document_type', t.idType, ID_TYPES),
    uniqueIndex('person_document_hash').on(t.idNumberHash),
    index('person_document_person').on(t.personId),
  ],
);
