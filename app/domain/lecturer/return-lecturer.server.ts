import { eq } from 'drizzle-orm';
import { lecturer } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Conflict, Forbidden, Refusal } from '../shared/refusals';
import { decidingAction, lockLecturer, moveFrom } from './find-lecturer.server';

/** Sends a proposal back with what is missing, or declines a renewal: the approval then ends on its day. */
export const returnLecturer = (ctx: Context, lecturerId: string, reason: string, seenAt?: string): Promise<void> =>
  operation(ctx, 'lecturer.returned', async (op) => {
    const row = await lockLecturer(op, lecturerId, decidingAction, 'lecturer.decide');
    if (op.actor.kind !== 'user') throw new Forbidden();
    const renewal = row.status === 'approved';
    const status = moveFrom(row.status, 'return');
    if (renewal && row.renewalAskedAt === null) throw new Conflict('wrong_state');
    if (reason.trim() === '') throw new Refusal('returned_without_reason', { field: 'reason' });
    if (seenAt && row.submittedAt.toISOString() !== seenAt) throw new Conflict('stale');
    await op.tx
      .update(lecturer)
      .set({ status, renewalAskedAt: null, decidedAt: op.now, decidedBy: op.actor.accountId, decisionReason: reason })
      .where(eq(lecturer.id, lecturerId));
    await op.record({ subject: { type: 'lecturer', id: lecturerId }, data: { reason, renewal } });
  });
