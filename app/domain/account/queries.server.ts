import { and, asc, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { account, accountClaim, event, membership, organisation, session } from '#db/schema';
import { checkPhone } from '../shared/phone';
import { NotFound } from '../shared/refusals';
import { phoneHash } from '../shared/secrets.server';
import { demoCode } from './demo.server';
import { openTotpSecret, totpAddress } from './totp.server';

/** The account that a phone number or a user name stands for. */
export async function findByLogin(login: string, tx: Tx = db) {
  const phone = checkPhone(login);
  const [row] = await tx
    .select()
    .from(account)
    .where(phone.ok ? eq(account.phoneHash, phoneHash(phone.value)) : eq(sql`lower(${account.username})`, login.toLowerCase()));
  return row;
}

/** The roles that an account may act in now: live memberships of approved organisations, the oldest first. */
export const listRoles = (accountId: string) =>
  db
    .select({
      membershipId: membership.id,
      role: membership.role,
      organisationId: organisation.id,
      organisationName: organisation.name,
      organisationKind: organisation.kind,
      districtCode: organisation.districtCode,
    })
    .from(membership)
    .innerJoin(organisation, and(eq(organisation.id, membership.organisationId), eq(organisation.status, 'approved')))
    .where(and(eq(membership.accountId, accountId), isNull(membership.endedAt)))
    .orderBy(asc(membership.grantedAt), asc(membership.id));

/** The membership that the account last chose to act in; undefined when it never chose. */
export async function findLastChoice(accountId: string): Promise<string | null | undefined> {
  const [row] = await db
    .select({ membershipId: sql<string | null>`${event.data}->>'membershipId'` })
    .from(event)
    .where(and(eq(event.subjectType, 'account'), eq(event.subjectId, accountId), eq(event.name, 'account.role_switched')))
    .orderBy(desc(event.seq))
    .limit(1);
  return row?.membershipId;
}

/** Browsers in which the account is signed in, the latest first. */
export const listSessions = (accountId: string, now: Date) =>
  db
    .select({
      id: session.id,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      role: membership.role,
      organisationName: organisation.name,
    })
    .from(session)
    .leftJoin(membership, eq(membership.id, session.membershipId))
    .leftJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(and(eq(session.userId, accountId), gt(session.expiresAt, now)))
    .orderBy(desc(session.lastSeenAt))
    .limit(50);

/** What an account may see of itself. @throws NotFound */
export async function getOwnAccount(accountId: string) {
  const [row] = await db
    .select({
      displayName: account.displayName,
      username: account.username,
      phoneMasked: account.phoneMasked,
      passwordChangedAt: account.passwordChangedAt,
      secondFactorSince: account.totpConfirmedAt,
      privacyVersion: account.privacyVersion,
      privacyAcceptedAt: account.privacyAcceptedAt,
      lacksEducation: sql<boolean>`exists (select 1 from person p where p.id = ${account.personId} and p.education is null)`,
      hasPerson: sql<boolean>`${account.personId} is not null`,
      recoveryCodesLeft: sql<number>`(select count(*)::int from recovery_code r where r.account_id = account.id and r.used_at is null)`,
    })
    .from(account)
    .where(eq(account.id, accountId));
  if (!row) throw new NotFound();
  return row;
}

/** The latest claim of an account that is nobody's yet. */
export async function findOwnClaim(accountId: string) {
  const [row] = await db
    .select({ status: accountClaim.status, createdAt: accountClaim.createdAt, reason: accountClaim.reason })
    .from(accountClaim)
    .where(and(eq(accountClaim.accountId, accountId), or(eq(accountClaim.status, 'pending'), eq(accountClaim.status, 'refused'))))
    .orderBy(desc(accountClaim.createdAt))
    .limit(1);
  return row ?? null;
}

/** The secret that waits for its first code, and the address that an authenticator reads from a QR code. */
export async function findPendingSecret(accountId: string) {
  const [row] = await db
    .select({
      sealed: account.totpSecretEncrypted,
      confirmedAt: account.totpConfirmedAt,
      username: account.username,
      name: account.displayName,
    })
    .from(account)
    .where(eq(account.id, accountId));
  if (!row?.sealed || row.confirmedAt) return null;
  const secret = openTotpSecret(row.sealed);
  return { secret, address: totpAddress(secret, row.username ?? row.name) };
}

/** The code printed on the page for a demo account; null for everybody else. */
export async function publishedCodeOf(accountId: string): Promise<string | null> {
  const [row] = await db.select({ isDemo: account.isDemo }).from(account).where(eq(account.id, accountId));
  return row ? demoCode(row) : null;
}

/** What an account signs in with, for whoever hands its password over. */
export async function getLogin(accountId: string): Promise<{ name: string; login: string }> {
  const [row] = await db
    .select({ name: account.displayName, username: account.username, phoneMasked: account.phoneMasked })
    .from(account)
    .where(eq(account.id, accountId));
  if (!row) throw new NotFound();
  return { name: row.name, login: row.username ?? row.phoneMasked ?? '' };
}
