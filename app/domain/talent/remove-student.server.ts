import { eq } from 'drizzle-orm';
import { placement, student } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { lockStudent } from './find-student.server';

/** Takes a mistaken entry back as if it had never been there; her person's record stays. @throws Refusal student_has_placement */
export const removeStudent = (ctx: Context, studentId: string, reason: string): Promise<void> =>
  operation(ctx, 'student.removed', async (op) => {
    const { personId, collegeId } = await lockStudent(op, studentId);
    const [placed] = await op.tx.select({ id: placement.id }).from(placement).where(eq(placement.studentId, studentId)).limit(1);
    if (placed) throw new Refusal('student_has_placement');
    await op.tx.delete(student).where(eq(student.id, studentId));
    await op.record({ subject: { type: 'student', id: studentId }, data: { personId, collegeId, reason } });
  });
