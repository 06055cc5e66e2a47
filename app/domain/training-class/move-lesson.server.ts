import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { lesson, trainingClass } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { formatInstant } from '../shared/period';
import { Refusal } from '../shared/refusals';
import type { moveLessonInput } from './inputs';
import { followLessons, isSettled, lessonOf, lockOwnClass } from './lock-class.server';
import { withLecturers } from './name-lecturers.server';
import { lessonTimes } from './timetable';

type Moved = Omit<z.output<typeof moveLessonInput>, 'lecturerId'> & { classId: string; lecturerId?: string };

/** Another time, place or lecturer for one lesson that has not begun. Everybody is told and may leave freely. */
export function moveLesson(ctx: Context, { lecturerId = '', ...input }: Moved): Promise<void> {
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
    const provider = { id: group.providerId, districtCode: group.districtCode };
    const [named] = await withLecturers(op.tx, provider, [{ lecturer: input.lecturer, lecturerId }], () => 'lecturerId');
    const after = { place: input.place || before.place, lecturer: named?.lecturer ?? '', lecturerId: named?.lecturerId ?? null };
    const same = times.startsAt.getTime() === before.startsAt.getTime() && times.endsAt.getTime() === before.endsAt.getTime();
    const kept = (['place', 'lecturer', 'lecturerId'] as const).every((name) => after[name] === before[name]);
    if (same && kept) return op.unchanged(undefined);
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
        before: told(before, before),
        after: told(times, after),
      },
    });
  });
}

const told = (
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  { place, lecturer, lecturerId }: { place: string; lecturer: string; lecturerId: string | null },
) => ({ at: formatInstant(startsAt), until: formatInstant(endsAt), place, lecturer, lecturerId });
