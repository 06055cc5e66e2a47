import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { trainingClass } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import type { minimumInput } from '../training-class/inputs';
import { lockOwnClass } from '../training-class/lock-class.server';
import { cancelClass } from './cancel-class.server';

/** What becomes of a class with fewer people than its minimum: it goes ahead, enrols longer, or is cancelled. */
export function decideMinimum(
  ctx: Context,
  { classId, decision, enrolUntilOn, reason }: z.output<typeof minimumInput> & { classId: string },
): Promise<void> {
  return operation(ctx, 'class.minimum_decided', async (op) => {
    const group = await lockOwnClass(op, classId);
    if (group.minimumDecision === decision && decision !== 'extend') return op.unchanged(undefined);
    if (group.minimumDecision !== 'pending' || group.status === 'cancelled') throw new Refusal('wrong_state');
    if (decision === 'extend') {
      if (enrolUntilOn === '' || enrolUntilOn < beijingDate(op.now) || enrolUntilOn <= group.enrolUntilOn) {
        throw new Refusal('extension_too_early', { field: 'enrolUntilOn' });
      }
      if (enrolUntilOn >= group.startsOn) throw new Refusal('window_after_start', { field: 'enrolUntilOn' });
    }
    await op.tx
      .update(trainingClass)
      .set({ minimumDecision: decision, minimumDecisionDueOn: null, ...(decision === 'extend' ? { enrolUntilOn } : {}) })
      .where(eq(trainingClass.id, classId));
    await op.record({ subject: { type: 'class', id: classId }, data: { decision, reason } });
    if (decision === 'cancel') await cancelClass(op.ctx, { classId, reason });
  });
}
