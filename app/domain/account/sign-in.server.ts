import { randomUUID } from 'node:crypto';
import { keyedHash } from '~/platform/crypto.server';
import type { Role, UserActor } from '../shared/actor';
import { type Context, operation } from '../shared/operation.server';
import { normalisePhone } from '../shared/phone';
import { countAttempt, forgetAttempts, type Limit, takeBackAttempt } from '../shared/rate-limit.server';
import { Refusal } from '../shared/refusals';
import { hashPassword, verifyPassword } from './password.server';
import { findByLogin, findLastChoice, listRoles } from './queries.server';
import { startSession } from './session.server';

const LOCK = { points: 5, seconds: 15 * 60 };
/** Guessing at one account from many addresses, and at many accounts from one, is slowed down as well. */
const ACCOUNT_LIMIT = { points: 50, seconds: 60 * 60 };
const ADDRESS_LIMIT = { points: 200, seconds: 15 * 60 };

/** Verified where there is no account, so that the answer takes as long. */
const decoy = hashPassword(randomUUID());

interface Credentials {
  /** Phone number or user name. */
  login: string;
  password: string;
  /** Where the request comes from. */
  address: string;
}

/**
 * Checks a password and begins a session in the role that was last in use, or the only one.
 * @returns the Set-Cookie header
 * @throws Refusal the same for an unknown account and a wrong password; account_locked after five failures
 */
export async function signIn(
  ctx: Omit<Context, 'actor'>,
  { login, password, address }: Credentials,
): Promise<{ cookie: string; role: Role }> {
  const who = keyedHash(normalisePhone(login).toLowerCase(), 'login');
  const where = keyedHash(address, 'address');
  const lock: Limit = { kind: 'sign-in', key: `${who}.${where}`, ...LOCK };
  const overall: Limit = { kind: 'sign-in-account', key: who, ...ACCOUNT_LIMIT };
  const door: Limit = { kind: 'sign-in-address', key: where, ...ADDRESS_LIMIT };
  // Counted before the password is read, so that a hundred guesses at once are still a hundred.
  const attempts = await Promise.all([lock, overall, door].map((limit) => countAttempt(limit, ctx.now)));
  const stopped = attempts.find((attempt) => !attempt.allowed);
  if (stopped) throw new Refusal('account_locked', { params: { minutes: stopped.minutes } });

  const found = await findByLogin(login);
  const right = await verifyPassword(found?.passwordHash || (await decoy), password);
  if (!found || !right || found.status === 'closed') {
    if (found && attempts[0]?.last) await recordLock(ctx, found.id);
    throw new Refusal('wrong_credentials');
  }
  if (found.status === 'suspended') throw new Refusal('account_suspended');
  await Promise.all([forgetAttempts(lock), forgetAttempts(overall), takeBackAttempt(door)]);
  const first = await firstRole(found.id);
  const role = first?.role ?? 'trainee';
  const organisation = first && { id: first.organisationId, kind: first.organisationKind, districtCode: first.districtCode };
  const actor: UserActor = { kind: 'user', accountId: found.id, personId: found.personId, role, organisation: organisation ?? null };
  await operation({ ...ctx, actor }, 'account.signed_in', (op) =>
    op.record({ subject: { type: 'account', id: found.id }, data: { secondFactor: false } }),
  );
  const cookie = await startSession(found.id, ctx.now, { membershipId: first?.membershipId ?? null, secondFactorAt: null });
  return { cookie, role };
}

async function firstRole(accountId: string) {
  const roles = await listRoles(accountId);
  const choice = roles.length > 0 ? await findLastChoice(accountId) : null;
  return choice === null ? undefined : (roles.find((role) => role.membershipId === choice) ?? roles[0]);
}

const recordLock = ({ now, requestId }: Omit<Context, 'actor'>, accountId: string) =>
  operation({ actor: { kind: 'api', client: 'sign-in' }, now, requestId }, 'account.locked', (op) =>
    op.record({
      subject: { type: 'account', id: accountId },
      data: { until: new Date(now.getTime() + LOCK.seconds * 1000).toISOString() },
    }),
  );
