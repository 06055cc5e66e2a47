import { eq } from 'drizzle-orm';
import { organisation } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Forbidden } from '../shared/refusals';
import { authorIn, lockOrganisation, requireMove } from './find-organisation.server';

/** Its members can no longer act for it; what it did before stays. */
export const suspendOrganisation = (ctx: Context, organisationId: string, reason: string): Promise<void> =>
  operation(ctx, 'organisation.suspended', async (op) => {
    const found = await lockOrganisation(op, organisationId, 'organisation.review');
    if (op.actor.kind === 'user' && op.actor.organisation?.id === organisationId) throw new Forbidden('own_decision');
    if (found.status === 'suspended') return op.unchanged(undefined);
    requireMove(found.status, 'suspended');
    await op.tx
      .update(organisation)
      .set({ status: 'suspended', decisionReason: reason, decidedAt: op.now, decidedBy: authorIn(op.actor) })
      .where(eq(organisation.id, organisationId));
    await op.record({ subject: { type: 'organisation', id: organisationId }, data: { reason } });
  });
