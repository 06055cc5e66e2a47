import { and, eq, isNull } from 'drizzle-orm';
import { membership, organisation } from '#db/schema';
import { isId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { subjectOf } from './find-organisation.server';
import { grantAction } from './organisation';

/** Somebody no longer acts for an organisation. Sessions in that role go on without it. */
export const endMembership = (ctx: Context, membershipId: string, reason: string): Promise<void> =>
  operation(ctx, 'membership.ended', async (op) => {
    if (!hasLine(op.actor, 'membership.grant')) throw new Forbidden();
    if (!isId(membershipId)) throw new NotFound();
    const [found] = await op.tx
      .select({ membership, organisation })
      .from(membership)
      .innerJoin(organisation, eq(organisation.id, membership.organisationId))
      .where(eq(membership.id, membershipId))
      .for('update', { of: membership });
    if (!found || !can(op.actor, 'membership.grant', subjectOf(found.organisation))) throw new NotFound();
    op.require(grantAction(found.organisation.kind), subjectOf(found.organisation));
    const { accountId, organisationId, role, endedAt } = found.membership;
    if (op.actor.kind === 'user' && op.actor.accountId === accountId) throw new Forbidden('own_account');
    if (endedAt) return op.unchanged(undefined);
    await op.tx
      .update(membership)
      .set({ endedAt: op.now })
      .where(and(eq(membership.id, membershipId), isNull(membership.endedAt)));
    await op.record({ subject: { type: 'membership', id: membershipId }, data: { accountId, organisationId, role, reason } });
  });
