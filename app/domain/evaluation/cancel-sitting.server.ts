import { eq } from 'drizzle-orm';
import { sitting } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { maySittingMove } from './evaluation';
import { lockOwnSitting } from './find-sitting.server';

/** The sitting will not be held; everybody registered is told why. Not possible once its results are published. */
export function cancelSitting(ctx: Context, sittingId: string, reason: string): Promise<void> {
  return operation(ctx, 'sitting.cancelled', async (op) => {
    const held = await lockOwnSitting(op, 'sitting.manage', sittingId);
    if (held.status === 'cancelled') return op.unchanged(undefined);
    if (!maySittingMove(held.status, 'cancelled')) throw new Refusal('wrong_state');
    await op.tx.update(sitting).set({ status: 'cancelled', reason }).where(eq(sitting.id, sittingId));
    await op.record({ subject: { type: 'sitting', id: sittingId }, data: { reason } });
  });
}
