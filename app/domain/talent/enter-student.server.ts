import { and, eq, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { programmePoint, student } from '#db/schema';
import { authorIn } from '../organisation/find-organisation.server';
import { enterPerson } from '../person/enter-person.server';
import { requireAge } from '../person/require-age';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { addDays, beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { collegeOf } from './find-point.server';
import { ENTERED_AHEAD_DAYS, STUDENT_MIN_AGE, studiesGap } from './student';
import type { NewStudent, Studies } from './student/inputs';

/**
 * A college enters one of its students: somebody known by her document, or a new person, who is before service.
 * @returns the entry's id @throws Refusal student_exists, student_number_taken, person_name_differs, too_young …
 */
export const enterStudent = (ctx: Context, { name, idType, idNumber, ...studies }: NewStudent): Promise<string> =>
  operation(ctx, 'student.entered', async (op) => {
    const collegeId = collegeOf(op.actor, 'student.manage');
    const today = beijingDate(op.now);
    requireAge({ idType, idNumber }, STUDENT_MIN_AGE, today);
    await requireStudies(op.tx, collegeId, studies, today);
    const { person } = await enterPerson(op, { name, idType, idNumber, isPreService: true });
    if (person.name !== name) throw new Refusal('person_name_differs', { field: 'name' });
    await requireFree(op.tx, { collegeId, personId: person.id, ...studies });
    const id = newId();
    const [row] = await op.tx
      .insert(student)
      .values({ id, personId: person.id, collegeId, ...studies, status: 'studying', createdAt: op.now, createdBy: authorIn(op.actor) })
      .onConflictDoNothing()
      .returning({ id: student.id });
    // Somebody entered her at the same moment.
    if (!row) throw new Refusal('student_exists', { field: 'idNumber' });
    await markPreService(op.tx, person.id, today);
    await op.record({ subject: { type: 'student', id }, data: { personId: person.id, collegeId, pointId: studies.pointId } });
    return id;
  });

/** The point is the college's own, is taught, and had not ended on the day. */
export async function requireStudies(tx: Tx, collegeId: string, { pointId, enrolledOn }: Studies, today: string): Promise<void> {
  const [point] = await tx
    .select({ status: programmePoint.status, endedOn: programmePoint.endedOn })
    .from(programmePoint)
    .where(and(eq(programmePoint.id, pointId), eq(programmePoint.collegeId, collegeId)));
  if (!point) throw new Refusal('student_point_unknown', { field: 'pointId' });
  const gap = studiesGap(point, enrolledOn, addDays(today, ENTERED_AHEAD_DAYS));
  if (gap) throw new Refusal(gap.code, { field: gap.field });
}

/** One entry per person and point, one student for each number of a college. */
export async function requireFree(tx: Tx, entry: Studies & { collegeId: string; personId: string; studentId?: string }): Promise<void> {
  const { collegeId, personId, pointId, studentNo, studentId } = entry;
  const [other] = await tx
    .select({ personId: student.personId, pointId: student.pointId })
    .from(student)
    .where(
      and(
        studentId ? ne(student.id, studentId) : undefined,
        or(
          and(eq(student.personId, personId), eq(student.pointId, pointId)),
          and(eq(student.collegeId, collegeId), eq(student.studentNo, studentNo)),
        ),
      ),
    )
    .orderBy(sql`${student.personId} = ${personId} and ${student.pointId} = ${pointId} desc`)
    .limit(1);
  if (!other) return;
  const isSame = other.personId === personId && other.pointId === pointId;
  throw isSame ? new Refusal('student_exists', { field: 'pointId' }) : new Refusal('student_number_taken', { field: 'studentNo' });
}

/** Known already, and at work nowhere: she is before service as well. */
const markPreService = (tx: Tx, personId: string, today: string) =>
  tx.execute(sql`
    update person p set is_pre_service = true where id = ${personId} and not is_pre_service and not exists (
      select 1 from engagement e where e.person_id = p.id and not e.is_intern and (e.end_on is null or e.end_on > ${today}::date))`);
