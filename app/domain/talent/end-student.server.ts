import { and, eq } from 'drizzle-orm';
import { student } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Conflict, Refusal } from '../shared/refusals';
import { lockStudent } from './find-student.server';

interface Ending {
  status: 'graduated' | 'left';
  endedOn: string;
}

/** She graduates or leaves, on this day. */
export const endStudent = (ctx: Context, studentId: string, { status, endedOn }: Ending): Promise<void> =>
  operation(ctx, 'student.ended', async (op) => {
    const entry = await lockStudent(op, studentId);
    if (entry.status === status && entry.endedOn === endedOn) return op.unchanged(undefined);
    if (entry.status !== 'studying') throw new Conflict('wrong_state');
    if (endedOn <= entry.enrolledOn) throw new Refusal('student_ended_before_start', { field: 'endedOn' });
    if (endedOn > beijingDate(op.now)) throw new Refusal('day_in_future', { field: 'endedOn' });
    await op.tx
      .update(student)
      .set({ status, endedOn })
      .where(and(eq(student.id, studentId), eq(student.status, 'studying')));
    await op.record({ subject: { type: 'student', id: studentId }, data: { status, endedOn } });
  });

/** The ending was entered by mistake, or she came back to the same studies. */
export const reinstateStudent = (ctx: Context, studentId: string): Promise<void> =>
  operation(ctx, 'student.reinstated', async (op) => {
    const entry = await lockStudent(op, studentId);
    if (entry.status === 'studying') return op.unchanged(undefined);
    await op.tx.update(student).set({ status: 'studying', endedOn: null }).where(eq(student.id, studentId));
    await op.record({ subject: { type: 'student', id: studentId }, data: { status: entry.status } });
  });
