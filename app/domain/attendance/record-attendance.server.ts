import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { attendance, enrolment, person } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { mayRecordAttendance, needsLateReason, wasThere } from './attendance';
import { findClass, findLesson, requireOpenEvidence, subjectOf } from './find-class.server';
import { changedMarks, MARKABLE, type MarkEntry } from './mark-changes';

interface Sheet {
  classId: string;
  lessonId: string;
  marks: MarkEntry[];
  /** Why it is entered later than seven days after the lesson. */
  lateReason: string;
}

/**
 * Writes the marks of one lesson; people left out keep what they have. The first presence makes an approved trainee
 * an attending one. A correction replaces the mark, and the event keeps both.
 * @returns how many marks were written
 */
export function recordAttendance(ctx: Context, sheet: Sheet): Promise<{ changed: number }> {
  return operation(ctx, 'attendance.recorded', async (op) => {
    const known = await findClass(op.tx, op.actor, sheet.classId, true);
    op.require('attendance.record', subjectOf(known));
    const held = await findLesson(op.tx, known.id, sheet.lessonId);
    requireOpenEvidence(known.status);
    if (held.status === 'cancelled') throw new Refusal('lesson_cancelled');
    const today = beijingDate(op.now);
    if (!mayRecordAttendance(held.heldOn, today)) throw new Refusal('lesson_not_held');

    const before = await marksBefore(op.tx, known.id, held.id);
    const changes = changedMarks(sheet.marks, before, held.minutes);
    if (changes.length === 0) return op.unchanged({ changed: 0 });
    const late = needsLateReason(held.heldOn, today);
    if (late && sheet.lateReason === '') throw new Refusal('late_entry_reason', { field: 'lateReason' });

    const rest = { lessonId: held.id, recordedAt: op.now, recordedBy: op.actor.kind === 'user' ? op.actor.accountId : null };
    const lateReason = late ? sheet.lateReason : null;
    await op.tx
      .insert(attendance)
      .values(changes.map(({ enrolmentId, mark, minutesCredited }) => ({ ...rest, enrolmentId, mark, minutesCredited, lateReason })))
      .onConflictDoUpdate({
        target: [attendance.lessonId, attendance.enrolmentId],
        set: {
          mark: sql`excluded.mark`,
          minutesCredited: sql`excluded.minutes_credited`,
          recordedAt: sql`excluded.recorded_at`,
          recordedBy: sql`excluded.recorded_by`,
          lateReason: sql`excluded.late_reason`,
        },
      });
    const arrived = changes.filter((change) => wasThere(change.mark)).map((change) => change.enrolmentId);
    await op.tx
      .update(enrolment)
      .set({ status: 'attending', updatedAt: op.now })
      .where(and(inArray(enrolment.id, arrived), eq(enrolment.status, 'approved')));
    const rows = changes.map(({ enrolmentId, before, after }) => ({ enrolmentId, before, after }));
    await op.record({ subject: { type: 'lesson', id: held.id }, data: { classId: known.id, lessonId: held.id, rows, lateReason } });
    return { changed: changes.length };
  });
}

/** Everybody of the class with the mark so far. */
async function marksBefore(tx: Tx, classId: string, lessonId: string) {
  const rows = await tx
    .select({
      enrolmentId: enrolment.id,
      status: enrolment.status,
      name: person.name,
      mark: attendance.mark,
      minutesCredited: attendance.minutesCredited,
    })
    .from(enrolment)
    .innerJoin(person, eq(person.id, enrolment.personId))
    .leftJoin(attendance, and(eq(attendance.enrolmentId, enrolment.id), eq(attendance.lessonId, lessonId)))
    .where(eq(enrolment.classId, classId));
  return rows.map((row) => ({ ...row, markable: MARKABLE.includes(row.status) }));
}
