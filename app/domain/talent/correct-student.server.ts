import { eq } from 'drizzle-orm';
import { student } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { requireFree, requireStudies } from './enter-student.server';
import { lockStudent } from './find-student.server';
import type { Studies } from './student/inputs';

const FIELDS = ['pointId', 'studentNo', 'className', 'enrolledOn'] as const;

/** The college mends what it entered about the studies; who she is belongs to the person's record. */
export const correctStudent = (ctx: Context, studentId: string, studies: Studies): Promise<void> =>
  operation(ctx, 'student.corrected', async (op) => {
    const entry = await lockStudent(op, studentId);
    const fields = FIELDS.filter((field) => entry[field] !== studies[field]);
    if (fields.length === 0) return op.unchanged(undefined);
    if (entry.endedOn !== null && studies.enrolledOn >= entry.endedOn)
      throw new Refusal('student_ended_before_start', { field: 'enrolledOn' });
    await requireStudies(op.tx, entry.collegeId, studies, beijingDate(op.now));
    await requireFree(op.tx, { collegeId: entry.collegeId, personId: entry.personId, studentId, ...studies });
    await op.tx.update(student).set(studies).where(eq(student.id, studentId));
    await op.record({ subject: { type: 'student', id: studentId }, data: { fields } });
  });
