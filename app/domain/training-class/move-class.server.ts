import { eq } from 'drizzle-orm';
import { lesson, trainingClass } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { isSettled, lockOwnClass, scheduledLessons } from './lock-class.server';
import { shiftLesson, shiftTo, spanOf } from './timetable';

/**
 * Moves a class that has not begun: all its lessons by the same number of days, and to another place where one is given.
 * Everybody concerned is told by the event, and may leave freely from then on.
 */
export function moveClass(ctx: Context, input: { classId: string; startsOn: string; place: string; reason: string }): Promise<void> {
  return operation(ctx, 'class.moved', async (op) => {
    const group = await lockOwnClass(op, input.classId);
    if (isSettled(group.status)) throw new Refusal('class_not_open');
    if (group.startsAt <= op.now) throw new Refusal('class_started');
    const lessons = await scheduledLessons(op.tx, group.id);
    const days = shiftTo(lessons, input.startsOn);
    const place = input.place || group.place;
    if (days === 0 && place === group.place) return op.unchanged(undefined);
    if (input.startsOn <= group.enrolUntilOn) {
      throw new Refusal('lesson_before_window_end', { field: 'startsOn', params: { date: group.enrolUntilOn } });
    }
    const moved = lessons.map((row) => ({ id: row.id, place: row.place === group.place ? place : row.place, ...shiftLesson(row, days) }));
    const span = spanOf(moved);
    if (!span || span.startsAt <= op.now) throw new Refusal('lesson_in_past', { field: 'startsOn' });
    for (const { id, ...times } of moved)
      await op.tx
        .update(lesson)
        .set({ ...times, changeReason: input.reason })
        .where(eq(lesson.id, id));
    await op.tx
      .update(trainingClass)
      .set({ ...span, place, freeWithdrawal: true, changeReason: input.reason })
      .where(eq(trainingClass.id, group.id));
    await op.record({
      subject: { type: 'class', id: group.id },
      data: {
        reason: input.reason,
        before: { startsOn: group.startsOn, endsOn: group.endsOn, place: group.place },
        after: { startsOn: span.startsOn, endsOn: span.endsOn, place },
      },
    });
  });
}
