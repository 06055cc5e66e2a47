import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/client';
import { teacherPractice } from '#db/schema';
import type { Actor } from '../shared/actor';
import { isId } from '../shared/id';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import { practiceGap } from './cooperation';
import type { practiceInput } from './cooperation/inputs';
import { requireInstitution } from './find-agreement.server';

export type PracticePlan = z.output<typeof practiceInput>;

/** @throws Forbidden for other roles, NotFound for another college's */
export async function lockPractice(op: { tx: Tx; actor: Actor }, practiceId: string) {
  if (!hasLine(op.actor, 'practice.manage')) throw new Forbidden();
  if (!isId(practiceId)) throw new NotFound();
  const [row] = await op.tx.select().from(teacherPractice).where(eq(teacherPractice.id, practiceId)).for('update');
  if (!row || !can(op.actor, 'practice.manage', { organisationId: row.collegeId })) throw new NotFound();
  return row;
}

/** @throws Refusal at the field */
export async function requireFit(tx: Tx, plan: PracticePlan): Promise<void> {
  const gap = practiceGap(plan);
  if (gap) throw new Refusal(gap.code, { field: gap.field });
  await requireInstitution(tx, plan.institutionId);
}

/** One teacher begins at one institution once on a day. */
export async function requireAlone(tx: Tx, plan: PracticePlan & { collegeId: string }, practiceId: string): Promise<void> {
  const rows = await tx
    .select({ id: teacherPractice.id })
    .from(teacherPractice)
    .where(
      and(
        eq(teacherPractice.collegeId, plan.collegeId),
        eq(teacherPractice.institutionId, plan.institutionId),
        eq(teacherPractice.teacherName, plan.teacherName),
        eq(teacherPractice.fromOn, plan.fromOn),
      ),
    );
  if (rows.some(({ id }) => id !== practiceId)) throw new Refusal('practice_exists', { field: 'fromOn' });
}
