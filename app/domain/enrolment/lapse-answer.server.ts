import { and, eq, inArray, lt } from 'drizzle-orm';
import { db } from '#db/client';
import { enrolment } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { withoutInstitution } from './approve-enrolment.server';
import { mayApprove } from './attribution';
import { lockEnrolment, setEnrolment } from './lock-enrolment.server';

const ADMITTED = ['approved', 'attending'] as const;

/** Admitted people whose institution let its last day pass: they had accepted an offered seat before it answered. */
export async function unansweredAdmissions(now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: enrolment.id })
    .from(enrolment)
    .where(
      and(
        inArray(enrolment.status, [...ADMITTED]),
        eq(enrolment.institutionAnswer, 'pending'),
        lt(enrolment.institutionAnswerDueOn, beijingDate(now)),
      ),
    );
  return rows.map((row) => row.id);
}

/** Marks the admission as 未经单位确认: it carries no institution and the provider's district. @returns whether it was due */
export function lapseAnswer(ctx: Context, id: string): Promise<boolean> {
  return operation(ctx, 'enrolment.answer_lapsed', async (op) => {
    const { row, group } = await lockEnrolment(op, 'enrolment.decide', id);
    const admitted = ADMITTED.some((status) => status === row.status);
    const may = mayApprove(row.institutionAnswer, row.institutionAnswerDueOn, beijingDate(op.now));
    if (!admitted || may !== 'as_silent') return op.unchanged(false);
    await setEnrolment(op.tx, id, op.now, withoutInstitution(group.districtCode));
    await op.record({ subject: { type: 'enrolment', id }, data: { classId: row.classId, personId: row.personId } });
    return true;
  });
}
