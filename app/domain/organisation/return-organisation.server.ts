import { eq } from 'drizzle-orm';
import { organisation } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { authorIn, lockOrganisation, requireMove } from './find-organisation.server';

/** Sends an application back with what is missing; the applicant may hand it in again. */
export const returnOrganisation = (ctx: Context, organisationId: string, reason: string): Promise<void> =>
  operation(ctx, 'organisation.returned', async (op) => {
    const found = await lockOrganisation(op, organisationId, 'organisation.review');
    if (found.status === 'returned') return op.unchanged(undefined);
    requireMove(found.status, 'returned');
    await op.tx
      .update(organisation)
      .set({ status: 'returned', decisionReason: reason, decidedAt: op.now, decidedBy: authorIn(op.actor) })
      .where(eq(organisation.id, organisationId));
    await op.record({ subject: { type: 'organisation', id: organisationId }, data: { reason } });
  });
