import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { organisation, person, student } from '#db/schema';
import type { Actor } from '../shared/actor';
import { isId } from '../shared/id';
import { type Action, can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';

/** @throws Forbidden for other roles, NotFound for another college's student */
export async function findStudent(tx: Tx, actor: Actor, studentId: string, { action, lock = false }: { action: Action; lock?: boolean }) {
  if (!hasLine(actor, action)) throw new Forbidden();
  if (!isId(studentId)) throw new NotFound();
  const query = tx
    .select({ student, person, districtCode: organisation.districtCode })
    .from(student)
    .innerJoin(person, eq(person.id, student.personId))
    .innerJoin(organisation, eq(organisation.id, student.collegeId))
    .where(eq(student.id, studentId));
  const [found] = lock ? await query.for('update', { of: student }) : await query;
  if (!found || !can(actor, action, { organisationId: found.student.collegeId, districtCode: found.districtCode })) throw new NotFound();
  return found;
}

/** For an operation: the entry under lock. */
export const lockStudent = async (op: { tx: Tx; actor: Actor }, studentId: string) =>
  (await findStudent(op.tx, op.actor, studentId, { action: 'student.manage', lock: true })).student;
