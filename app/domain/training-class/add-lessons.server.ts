import { eq, max } from 'drizzle-orm';
import { lesson } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { followLessons, isSettled, lockOwnClass } from './lock-class.server';
import { withLecturers } from './name-lecturers.server';
import { lessonRows } from './open-class.server';
import type { LessonDraft } from './timetable';

/**
 * Adds lessons to a class that is still running; its first and last day follow. One event per lesson.
 * @throws Refusal when one lies in the past, before the end of enrolment, or the class is over
 */
export function addLessons(ctx: Context, { classId, lessons }: { classId: string; lessons: LessonDraft[] }): Promise<number> {
  return operation(ctx, 'lesson.added', async (op) => {
    const group = await lockOwnClass(op, classId);
    if (isSettled(group.status)) throw new Refusal('class_not_open');
    const [last] = await op.tx
      .select({ position: max(lesson.position) })
      .from(lesson)
      .where(eq(lesson.classId, classId));
    const provider = { id: group.providerId, districtCode: group.districtCode };
    const drafts = lessonRows(classId, lessons, (last?.position ?? 0) + 1);
    const rows = await withLecturers(op.tx, provider, drafts, (row) => `lesson.${row}.lecturerId`);
    if (rows.length === 0) throw new Refusal('class_without_lessons', { field: 'lesson.0.heldOn' });
    const past = rows.findIndex((row) => row.startsAt <= op.now);
    if (past >= 0) throw new Refusal('lesson_in_past', { field: `lesson.${past}.heldOn` });
    const early = rows.findIndex((row) => row.heldOn <= group.enrolUntilOn);
    if (early >= 0)
      throw new Refusal('lesson_before_window_end', { field: `lesson.${early}.heldOn`, params: { date: group.enrolUntilOn } });
    await op.tx.insert(lesson).values(rows.map((row) => ({ ...row, place: row.place || group.place })));
    await followLessons(op.tx, classId);
    for (const row of rows) await op.record({ subject: { type: 'lesson', id: row.id }, data: { classId } });
    return rows.length;
  });
}
