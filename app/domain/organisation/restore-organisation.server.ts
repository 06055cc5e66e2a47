import { eq } from 'drizzle-orm';
import { institutionFile, organisation } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Conflict } from '../shared/refusals';
import { authorIn, lockOrganisation } from './find-organisation.server';

/** Ends a suspension. What closed or went into another opens by being filed again. */
export const restoreOrganisation = (ctx: Context, organisationId: string, reason: string): Promise<void> =>
  operation(ctx, 'organisation.restored', async (op) => {
    const found = await lockOrganisation(op, organisationId, 'organisation.review');
    if (found.status === 'approved') return op.unchanged(undefined);
    if (found.status !== 'suspended') throw new Conflict('wrong_state');
    const [file] = await op.tx.select().from(institutionFile).where(eq(institutionFile.organisationId, organisationId));
    if (file?.closedOn) throw new Conflict('institution_closed');
    await op.tx
      .update(organisation)
      .set({ status: 'approved', decisionReason: reason, decidedAt: op.now, decidedBy: authorIn(op.actor) })
      .where(eq(organisation.id, organisationId));
    await op.record({ subject: { type: 'organisation', id: organisationId }, data: { reason } });
  });
