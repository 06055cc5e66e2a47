import { eq } from 'drizzle-orm';
import { lesson, trainingClass } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { followLessons, isSettled, lessonOf, lockOwnClass } from './lock-class.server';

/** A lesson that will not be held: it leaves the ledger on both sides. Everybody is told and may leave freely. */
export function cancelLesson(ctx: Context, input: { classId: string; lessonId: string; reason: string }): Promise<void> {
  return operation(ctx, 'lesson.cancelled', async (op) => {
    const group = await lockOwnClass(op, input.classId);
    const before = await lessonOf(op.tx, group.id, input.lessonId);
    if (before.status === 'cancelled') return op.unchanged(undefined);
    if (isSettled(group.status)) throw new Refusal('class_not_open');
    if (before.startsAt <= op.now) throw new Refusal('lesson_begun');
    await op.tx.update(lesson).set({ status: 'cancelled', changeReason: input.reason }).where(eq(lesson.id, before.id));
    await op.tx.update(trainingClass).set({ freeWithdrawal: true, changeReason: input.reason }).where(eq(trainingClass.id, group.id));
    await followLessons(op.tx, group.id);
    await op.record({ subject: { type: 'lesson', id: before.id }, data: { classId: group.id, reason: input.reason } });
  });
}
