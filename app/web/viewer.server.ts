import { listRoles } from '~/domain/account/queries.server';
import { countUnread } from '~/domain/notification/queries.server';
import { signedIn } from './actor.server';
import type { Viewer, ViewerRole } from './viewer';

/** Who is looking, for the frame of every page. Half-way through signing in one is still a visitor. */
export async function viewerOf(request: Request): Promise<Viewer> {
  const session = await signedIn(request);
  if (!session || session.needsSecondFactor || session.mustChangePassword) return { signedIn: false };
  const { actor, membershipId } = session;
  const [memberships, unread] = await Promise.all([listRoles(actor.accountId), countUnread(actor)]);
  const roles: ViewerRole[] = memberships.map(({ membershipId: id, role, organisationName }) => ({
    id,
    role,
    organisationName,
    current: actor.organisation !== null && id === membershipId,
  }));
  const oneself: ViewerRole = { id: '', role: 'trainee', organisationName: null, current: actor.organisation === null };
  return {
    signedIn: true,
    accountId: actor.accountId,
    name: session.displayName,
    role: actor.role,
    organisationName: session.organisationName,
    organisationKind: actor.organisation?.kind ?? null,
    roles: actor.personId !== null || oneself.current ? [...roles, oneself] : roles,
    unread,
    idleMinutes: session.idleMinutes,
  };
}
