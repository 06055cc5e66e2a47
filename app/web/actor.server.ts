import { redirect } from '@remix-run/node';
import { readSession, type SignedIn } from '~/domain/account/session.server';
import type { Actor, Role, UserActor } from '~/domain/shared/actor';
import type { Context } from '~/domain/shared/operation.server';
import { Forbidden } from '~/domain/shared/refusals';
import { now } from '~/platform/clock.server';
import { currentRequest, currentRequestId } from '~/platform/logger.server';
import { paths } from './paths';

const known = new WeakMap<object, Promise<SignedIn | null>>();

/** The signed-in browser behind a request, read once: each loader gets a Request of its own, the request served is one. */
export function signedIn(request: Request): Promise<SignedIn | null> {
  const key = currentRequest() ?? request;
  const found = known.get(key) ?? readSession(request, now());
  known.set(key, found);
  return found;
}

/** The actor, or null for a visitor and for somebody who has not passed every step of signing in. */
export async function optionalActor(request: Request): Promise<UserActor | null> {
  const session = await signedIn(request);
  return session && !session.needsSecondFactor && !session.mustChangePassword ? session.actor : null;
}

/**
 * The actor in one of these roles; no roles given = anybody signed in.
 * @throws a redirect to the step of signing in that is missing; Forbidden in another role
 */
export async function requireActor(request: Request, ...roles: Role[]): Promise<UserActor> {
  const session = await signedIn(request);
  const url = new URL(request.url);
  const back = url.pathname.replace(/\.data$/, '') + url.search;
  if (!session) throw redirect(paths.signIn(back));
  if (session.needsSecondFactor) throw redirect(paths.secondFactor(back));
  if (session.mustChangePassword) throw redirect(paths.changePassword(back));
  const { actor } = session;
  if (roles.length === 0 || roles.includes(actor.role)) return actor;
  // As oneself one need not switch roles first: it is less than any of them.
  if (roles.includes('trainee') && actor.personId !== null) return { ...actor, role: 'trainee', organisation: null };
  throw new Forbidden();
}

/** The session however far signing in has come: for the pages of its further steps. @throws a redirect to sign in */
export async function requireSession(request: Request): Promise<SignedIn> {
  const session = await signedIn(request);
  if (!session) throw redirect(paths.signIn());
  return session;
}

/** What an operation needs to know of a request: who, when, and its id for the log. */
export const contextFor = <A extends Actor>(actor: A): Context & { actor: A } => ({ actor, now: now(), requestId: currentRequestId() });

/** Somebody who has not signed in: may register, apply, and nothing else. */
export const visitorContext = (): Context => contextFor({ kind: 'api', client: 'visitor' });
