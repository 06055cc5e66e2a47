import { and, eq, isNull } from 'drizzle-orm';
import { apiClient, organisation } from '#db/schema';
import { isId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { authorIn, subjectOf } from './find-organisation.server';

/** Ends a key at once, for good: by the organisation itself, or by an officer of its area. */
export const revokeClient = (ctx: Context, clientId: string, reason: string): Promise<void> =>
  operation(ctx, 'client.revoked', async (op) => {
    if (!hasLine(op.actor, 'client.revoke')) throw new Forbidden();
    if (!isId(clientId)) throw new NotFound();
    const [found] = await op.tx
      .select({ client: apiClient, organisation })
      .from(apiClient)
      .innerJoin(organisation, eq(organisation.id, apiClient.organisationId))
      .where(eq(apiClient.id, clientId))
      .for('update', { of: apiClient });
    if (!found || !can(op.actor, 'client.revoke', subjectOf(found.organisation))) throw new NotFound();
    if (found.client.revokedAt) return op.unchanged(undefined);
    await op.tx
      .update(apiClient)
      .set({ revokedAt: op.now, revokedBy: authorIn(op.actor), revokedReason: reason })
      .where(and(eq(apiClient.id, clientId), isNull(apiClient.revokedAt)));
    await op.record({ subject: { type: 'api_client', id: clientId }, data: { organisationId: found.organisation.id, reason } });
  });
