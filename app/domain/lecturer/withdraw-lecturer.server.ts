import { eq } from 'drizzle-orm';
import { lecturer } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Conflict, Refusal } from '../shared/refusals';
import { decidingAction, lockLecturer, moveFrom } from './find-lecturer.server';

/** Takes somebody out of the registry: whoever proposed her, or the commission that decides. Lessons keep her name. */
export const withdrawLecturer = (ctx: Context, lecturerId: string, reason: string): Promise<void> =>
  operation(ctx, 'lecturer.withdrawn', async (op) => {
    const provider = op.actor.kind === 'user' && op.actor.role === 'provider_staff';
    const row = provider
      ? await lockLecturer(op, lecturerId, () => 'lecturer.propose', 'lecturer.propose')
      : await lockLecturer(op, lecturerId, decidingAction, 'lecturer.decide');
    if (row.status === 'withdrawn') return op.unchanged(undefined);
    // What waits is returned; an officer ends only what was approved.
    if (!provider && row.status !== 'approved') throw new Conflict('wrong_state');
    const status = moveFrom(row.status, 'withdraw');
    if (reason.trim() === '') throw new Refusal('reason_required', { field: 'reason' });
    await op.tx
      .update(lecturer)
      .set({
        status,
        renewalAskedAt: null,
        decidedAt: op.now,
        decidedBy: op.actor.kind === 'user' ? op.actor.accountId : null,
        decisionReason: reason,
      })
      .where(eq(lecturer.id, lecturerId));
    await op.record({ subject: { type: 'lecturer', id: lecturerId }, data: { reason } });
  });
