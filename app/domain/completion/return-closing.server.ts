import { eq } from 'drizzle-orm';
import { closing, trainingClass } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Conflict, Refusal } from '../shared/refusals';
import { findClosingToDecide } from './find-closing.server';

/** Gives a closing back with the reason: the provider may correct the evidence and hand it in again. */
export function returnClosing(ctx: Context, input: { classId: string; closingId: string; reason: string }): Promise<void> {
  return operation(ctx, 'class.closing_returned', async (op) => {
    const { known, found, accountId } = await findClosingToDecide(op, input.classId, input.closingId);
    if (found.status === 'returned') return op.unchanged(undefined);
    if (found.status === 'approved') throw new Conflict();
    const reason = input.reason.trim();
    if (reason === '') throw new Refusal('reason_required', { field: 'reason' });

    await op.tx
      .update(closing)
      .set({ status: 'returned', decidedAt: op.now, decidedBy: accountId, decisionReason: reason })
      .where(eq(closing.id, found.id));
    if (found.kind === 'main') await op.tx.update(trainingClass).set({ status: 'planned' }).where(eq(trainingClass.id, known.id));
    await op.record({ subject: { type: 'class', id: known.id }, data: { closingId: found.id, reason } });
  });
}
