import { and, eq, inArray } from 'drizzle-orm';
import { enrolment, lesson, trainingClass } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { isSettled, lockOwnClass } from '../training-class/lock-class.server';
import { OPEN_ENROLMENT_STATUSES } from './enrolment';
import { accountOf } from './lock-enrolment.server';

/**
 * The class will not be held, or not to its end. Everybody in it and in its queue is released; one event stands for
 * all of them, and they are the enrolments voided at its instant.
 */
export function cancelClass(ctx: Context, { classId, reason }: { classId: string; reason: string }): Promise<void> {
  return operation(ctx, 'class.cancelled', async (op) => {
    const group = await lockOwnClass(op, classId);
    if (group.status === 'cancelled') return op.unchanged(undefined);
    if (isSettled(group.status)) throw new Refusal('class_not_open');
    await op.tx
      .update(enrolment)
      .set({ status: 'voided', reason, decidedAt: op.now, decidedBy: accountOf(op.actor), updatedAt: op.now })
      .where(and(eq(enrolment.classId, classId), inArray(enrolment.status, [...OPEN_ENROLMENT_STATUSES])));
    await op.tx
      .update(lesson)
      .set({ status: 'cancelled', changeReason: reason })
      .where(and(eq(lesson.classId, classId), eq(lesson.status, 'scheduled')));
    await op.tx
      .update(trainingClass)
      .set({ status: 'cancelled', seatsTaken: 0, waitingCount: 0, freeWithdrawal: true, changeReason: reason })
      .where(eq(trainingClass.id, classId));
    await op.record({ subject: { type: 'class', id: classId }, data: { reason } });
  });
}
