import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { account, engagement, membership, organisation } from '#db/schema';
import type { Actor } from '../shared/actor';
import type { EventName } from '../shared/events';
import { isId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { type Action, can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';

const PLACE = { organisationId: organisation.id, districtCode: organisation.districtCode };

/** Where an account works: through its roles, and through its person's present posts. */
async function placesOf(tx: Tx, found: { id: string; personId: string | null }, today: string) {
  const roles = await tx
    .select(PLACE)
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(and(eq(membership.accountId, found.id), isNull(membership.endedAt)));
  const posts = found.personId
    ? await tx
        .select(PLACE)
        .from(engagement)
        .innerJoin(organisation, eq(organisation.id, engagement.institutionId))
        .where(and(eq(engagement.personId, found.personId), or(isNull(engagement.endOn), gt(engagement.endOn, today))))
    : [];
  return { roles, posts };
}

type Found = typeof account.$inferSelect;

/**
 * Somebody else's account, under lock, for an act upon it. An account with a role outside the actor's reach is not
 * hers to act upon, even when its person works within it: that would be a way into the other role.
 * @throws NotFound outside the actor's reach; Forbidden for such an account, for one's own, and for other roles
 */
export async function lockAccount<Name extends EventName>(op: Operation<Name>, accountId: string, action: Action): Promise<Found> {
  if (!hasLine(op.actor, action)) throw new Forbidden();
  if (!isId(accountId)) throw new NotFound();
  const [found] = await op.tx.select().from(account).where(eq(account.id, accountId)).for('update');
  if (!found) throw new NotFound();
  const { roles, posts } = await placesOf(op.tx, found, beijingDate(op.now));
  if (!can(op.actor, action) && ![...roles, ...posts].some((place) => can(op.actor, action, place))) throw new NotFound();
  if (isOwn(op.actor, accountId)) throw new Forbidden('own_account');
  for (const place of roles) op.require(action, place);
  return found;
}

const isOwn = (actor: Actor, accountId: string): boolean => actor.kind === 'user' && actor.accountId === accountId;
