import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { lesson, trainingClass } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { formatInstant } from '../shared/period';
import { Refusal } from '../shared/refusals';
import type { moveLessonInput } from './inputs';
import { followLessons, isSettled, lessonOf, lockOwnClass } from './lock-class.server';
import { lessonTimes } from './timetable';

/** Another time, place or lecturer for one lesson that has not begun. Everybody is told and may leave freely. */
export function moveLesson(ctx: Context, input: z.output<typeof moveLessonInput> & { classId: string }): Promise<void> {
  return operation(ctx, 'lesson.moved', async (op) => {
    const group = await lockOwnClass(op, input.classId);
    const before = await lessonOf(op.tx, group.id, input.lessonId);
    if (isSettled(group.status)) throw new Refusal('class_not_open');
    if (before.status === 'cancelled') throw new Refusal('wrong_state');
    if (before.startsAt <= op.now) throw new Refusal('lesson_begun');
    if (input.until <= input.from) throw new Refusal('lesson_times', { field: 'until' });
    const times = lessonTimes(input);
    if (times.startsAt <= op.now) throw new Refusal('lesson_in_past', { field: 'heldOn' });
    if (input.heldOn <= group.enrolUntilOn) {
      throw new Refusal('lesson_before_window_end', { field: 'heldOn', params: { date: group.enrolUntilOn } });
    }
    const after = { place: input.place || before.place, lecturer: input.lecturer };
    const same = times.startsAt.getTime() === before.startsAt.getTime() && times.endsAt.getTime() === before.endsAt.getTime();
    if (same && after.place === before.place && after.lecturer === before.lecturer) return op.unchanged(undefined);
    await op.tx
      .update(lesson)
      .set({ ...times, ...after, changeReason: input.reason })
      .where(eq(lesson.id, before.id));
    await op.tx.update(trainingClass).set({ freeWithdrawal: true, changeReason: input.reason }).where(eq(trainingClass.id, group.id));
    await followLessons(op.tx, group.id);
    await op.record({
      subject: { type: 'lesson', id: before.id },
      data: {
        classId: group.id,
        reason: input.reason,
        before: { at: formatInstant(before.startsAt), until: formatInstant(before.endsAt), place: before.place, lecturer: before.lecturer },
        after: { at: formatInstant(times.startsAt), until: formatInstant(times.endsAt), ...after },
      },
    });
  });
}
