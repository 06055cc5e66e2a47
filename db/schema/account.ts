import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { ACCOUNT_STATUSES, CLAIM_STATUSES } from '../../app/domain/account/account';
import { ROLES } from '../../app/domain/shared/actor';
import { id, instant, oneOf } from './columns';
import { organisation } from './organisation';
import { person } from './person';

/** A way in: one per person and per phone. `personId` is null while a claim on a known person waits. */
export const account = pgTable(
  'account',
  {
    id: id(),
    personId: uuid().references(() => person.id),
    displayName: text().notNull(),
    username: text(),
    phoneHash: text(),
    phoneEncrypted: text(),
    phoneMasked: text(),
    passwordHash: text().notNull(),
    passwordChangedAt: instant().notNull(),
    mustChangePassword: boolean().notNull().default(false),
    status: text({ enum: ACCOUNT_STATUSES }).notNull(),
    totpSecretEncrypted: text(),
    totpConfirmedAt: instant(),
    /** Last accepted TOTP step: a code works once. */
    totpLastStep: integer(),
    privacyVersion: text(),
    privacyAcceptedAt: instant(),
    createdAt: instant().notNull(),
    isDemo: boolean().notNull().default(false),
  },
  (t) => [
    oneOf('account_status', t.status, ACCOUNT_STATUSES),
    uniqueIndex('account_person').on(t.personId),
    uniqueIndex('account_username').on(sql`lower(${t.username})`),
    uniqueIndex('account_phone_hash').on(t.phoneHash),
  ],
);

/** An account's role in an organisation, for a time. */
export const membership = pgTable(
  'membership',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => account.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    role: text({ enum: ROLES }).notNull(),
    grantedBy: uuid(),
    grantedAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    oneOf('membership_role', t.role, ROLES),
    uniqueIndex('membership_live').on(t.accountId, t.organisationId, t.role).where(sql`${t.endedAt} is null`),
    index('membership_organisation').on(t.organisationId),
  ],
);

/** A signed-in browser (Lucia). */
export const session = pgTable(
  'session',
  {
    id: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    /** Second factor passed at; null = first step only, or an account without one. */
    secondFactorAt: instant(),
    /** The role in use; null = as a person (trainee). */
    membershipId: uuid().references(() => membership.id),
  },
  (t) => [index('session_user').on(t.userId), index('session_expires').on(t.expiresAt)],
);

export const recoveryCode = pgTable(
  'recovery_code',
  {
    accountId: uuid()
      .notNull()
      .references(() => account.id),
    codeHash: text().notNull(),
    usedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.codeHash] })],
);

/** The last passwords of an account, so that none of the last five comes back. */
export const passwordHistory = pgTable(
  'password_history',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => account.id),
    passwordHash: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('password_history_account').on(t.accountId)],
);

/** A self-registered account that names a person somebody else entered: her institution or district confirms. */
export const accountClaim = pgTable(
  'account_claim',
  {
    id: id(),
    accountId: uuid()
      .notNull()
      .references(() => account.id),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    status: text({ enum: CLAIM_STATUSES }).notNull(),
    createdAt: instant().notNull(),
    decidedAt: instant(),
    decidedBy: uuid(),
    reason: text(),
  },
  (t) => [
    oneOf('account_claim_status', t.status, CLAIM_STATUSES),
    uniqueIndex('account_claim_open').on(t.accountId, t.personId).where(sql`${t.status} = 'pending'`),
  ],
);

/** Counters of rate limits and lock-outs, shared by every process. */
export const rateLimit = pgTable('rate_limit', {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: instant(),
});
