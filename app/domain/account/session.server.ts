import { and, eq, isNull, lt, ne, sql } from 'drizzle-orm';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import { db } from '#db/client';
import { account, membership, organisation, session } from '#db/schema';
import { env } from '~/platform/env.server';
import { idleMinutes, type OrganisationKind, type Role, SECOND_FACTOR_ROLES, type UserActor } from '../shared/actor';

interface UserAttributes {
  personId: string | null;
  displayName: string;
  mustChangePassword: boolean;
  hasSecondFactor: boolean;
}

interface SessionAttributes {
  createdAt: Date;
  lastSeenAt: Date;
  secondFactorAt: Date | null;
  membershipId: string | null;
  role: Role | null;
  organisationId: string | null;
  organisationKind: OrganisationKind | null;
  organisationName: string | null;
  districtCode: string | null;
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    UserId: string;
    DatabaseUserAttributes: UserAttributes;
    DatabaseSessionAttributes: SessionAttributes;
  }
}

const COLUMNS = {
  id: session.id,
  userId: session.userId,
  expiresAt: session.expiresAt,
  createdAt: session.createdAt,
  lastSeenAt: session.lastSeenAt,
  secondFactorAt: session.secondFactorAt,
  membershipId: membership.id,
  role: membership.role,
  organisationId: organisation.id,
  organisationKind: organisation.kind,
  organisationName: organisation.name,
  districtCode: organisation.districtCode,
  personId: account.personId,
  displayName: account.displayName,
  mustChangePassword: account.mustChangePassword,
  hasSecondFactor: sql<boolean>`${account.totpConfirmedAt} is not null`,
};

/** An ended membership or a suspended organisation leaves the session, without the role. */
const select = () =>
  db
    .select(COLUMNS)
    .from(session)
    .innerJoin(account, and(eq(account.id, session.userId), eq(account.status, 'active')))
    .leftJoin(membership, and(eq(membership.id, session.membershipId), isNull(membership.endedAt)))
    .leftJoin(organisation, and(eq(organisation.id, membership.organisationId), eq(organisation.status, 'approved')));

type Row = Awaited<ReturnType<typeof select>>[number];

function toSession(row: Row): DatabaseSession {
  const { id, userId, expiresAt, ...attributes } = row;
  return { id, userId, expiresAt, attributes: { ...attributes, role: row.organisationId ? row.role : null } };
}

const adapter: Adapter = {
  async getSessionAndUser(sessionId) {
    const [row] = await select().where(eq(session.id, sessionId));
    return row ? [toSession(row), { id: row.userId, attributes: row }] : [null, null];
  },
  async getUserSessions(userId) {
    return (await select().where(eq(session.userId, userId))).map(toSession);
  },
  async setSession({ id, userId, expiresAt, attributes }) {
    const { createdAt, lastSeenAt, secondFactorAt, membershipId } = attributes;
    await db.insert(session).values({ id, userId, expiresAt, createdAt, lastSeenAt, secondFactorAt, membershipId });
  },
  // A session ends twelve hours after it began, however busy it was: Lucia would move its end on.
  async updateSessionExpiration() {},
  async deleteSession(id) {
    await db.delete(session).where(eq(session.id, id));
  },
  async deleteUserSessions(userId) {
    await db.delete(session).where(eq(session.userId, userId));
  },
  async deleteExpiredSessions() {
    await db.delete(session).where(lt(session.expiresAt, sql`now()`));
  },
};

const LIFETIME = new TimeSpan(12, 'h');

const lucia = new Lucia(adapter, {
  sessionExpiresIn: LIFETIME,
  sessionCookie: { name: 'sid', expires: false, attributes: { secure: env.cookieSecure, sameSite: 'lax', path: '/' } },
  getUserAttributes: ({ personId, displayName, mustChangePassword, hasSecondFactor }) => ({
    personId,
    displayName,
    mustChangePassword,
    hasSecondFactor,
  }),
  getSessionAttributes: (attributes) => attributes,
});

/** One signed-in browser, as the rest of the product sees it. */
export interface SignedIn {
  sessionId: string;
  actor: UserActor;
  displayName: string;
  organisationName: string | null;
  membershipId: string | null;
  mustChangePassword: boolean;
  hasSecondFactor: boolean;
  /** The role asks for a second factor that this session has not passed. */
  needsSecondFactor: boolean;
  idleMinutes: number;
}

const SEEN_EVERY_MS = 60_000;
/** Lucia's own reader gives up the whole request where any other cookie is not decodable, and takes text that no database does. */
const SESSION_COOKIE = /(?:^|;\s*)sid=([a-z0-9]{40})\s*(?:;|$)/;

/** @returns null for no, unknown, expired or idle session (the last two are ended) */
export async function readSession(request: Request, now: Date): Promise<SignedIn | null> {
  const sessionId = SESSION_COOKIE.exec(request.headers.get('Cookie') ?? '')?.[1];
  if (!sessionId) return null;
  const { session: found, user } = await lucia.validateSession(sessionId);
  if (!found) return null;
  const role = found.role ?? 'trainee';
  const minutes = idleMinutes(role);
  const idleMs = now.getTime() - found.lastSeenAt.getTime();
  const ageMs = now.getTime() - found.createdAt.getTime();
  if (idleMs > minutes * 60_000 || ageMs > LIFETIME.milliseconds()) {
    await lucia.invalidateSession(sessionId);
    return null;
  }
  if (idleMs > SEEN_EVERY_MS) await db.update(session).set({ lastSeenAt: now }).where(eq(session.id, sessionId));
  const asked = user.hasSecondFactor || SECOND_FACTOR_ROLES.includes(role);
  return {
    sessionId,
    actor: {
      kind: 'user',
      accountId: user.id,
      personId: user.personId,
      role,
      organisation:
        found.organisationId && found.organisationKind
          ? { id: found.organisationId, kind: found.organisationKind, districtCode: found.districtCode }
          : null,
    },
    displayName: user.displayName,
    organisationName: found.organisationName,
    membershipId: found.membershipId,
    mustChangePassword: user.mustChangePassword,
    hasSecondFactor: user.hasSecondFactor,
    needsSecondFactor: asked && !found.secondFactorAt,
    idleMinutes: minutes,
  };
}

/** Starts a session for an account whose password was right. @returns the Set-Cookie header */
export async function startSession(
  accountId: string,
  now: Date,
  start: { membershipId: string | null; secondFactorAt: Date | null },
): Promise<string> {
  const unknown = { role: null, organisationId: null, organisationKind: null, organisationName: null, districtCode: null };
  const started = await lucia.createSession(accountId, { ...start, ...unknown, createdAt: now, lastSeenAt: now });
  return lucia.createSessionCookie(started.id).serialize();
}

/** The second factor was right. */
export async function passSecondFactor(sessionId: string, now: Date): Promise<void> {
  await db.update(session).set({ secondFactorAt: now }).where(eq(session.id, sessionId));
}

/** The second factor was taken off: this browser sets up a new one, or goes on without. */
export async function unpassSecondFactor(sessionId: string): Promise<void> {
  await db.update(session).set({ secondFactorAt: null }).where(eq(session.id, sessionId));
}

/** Acts in another of the account's roles; null = as oneself. */
export async function switchMembership(sessionId: string, membershipId: string | null): Promise<void> {
  await db.update(session).set({ membershipId }).where(eq(session.id, sessionId));
}

/** @returns the Set-Cookie header that clears the cookie */
export async function endSession(sessionId: string): Promise<string> {
  await lucia.invalidateSession(sessionId);
  return lucia.createBlankSessionCookie().serialize();
}

/** Signs out every other browser: after a new password, a new second factor. */
export async function endOtherSessions(accountId: string, sessionId: string): Promise<void> {
  await db.delete(session).where(and(eq(session.userId, accountId), ne(session.id, sessionId)));
}

/** Signs an account out everywhere: after a reset, a suspension. */
export const endAllSessions = (accountId: string): Promise<void> => lucia.invalidateUserSessions(accountId);
export const deleteExpiredSessions = (): Promise<void> => lucia.deleteExpiredSessions();
