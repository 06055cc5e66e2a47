import type { Role, UserActor } from '../shared/actor';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { listRoles } from './queries.server';
import { switchMembership } from './session.server';

/** Acts in another of one's roles; null = as oneself. @returns the role now in use */
export async function switchRole(ctx: Context & { actor: UserActor }, sessionId: string, membershipId: string | null): Promise<Role> {
  const { accountId } = ctx.actor;
  const chosen = membershipId === null ? undefined : (await listRoles(accountId)).find((role) => role.membershipId === membershipId);
  if (membershipId !== null && !chosen) throw new Refusal('role_not_held');
  await operation(ctx, 'account.role_switched', (op) => op.record({ subject: { type: 'account', id: accountId }, data: { membershipId } }));
  await switchMembership(sessionId, membershipId);
  return chosen?.role ?? 'trainee';
}
