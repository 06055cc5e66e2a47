import { and, eq } from 'drizzle-orm';
import { teacherPractice } from '#db/schema';
import { authorIn } from '../organisation/find-organisation.server';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { collegeOf } from './find-point.server';
import { lockPractice, type PracticePlan, requireAlone, requireFit } from './find-practice.server';

/** A college plans that a teacher works at an institution for some days. @returns its id */
export const planPractice = (ctx: Context, plan: PracticePlan): Promise<string> =>
  operation(ctx, 'practice.planned', async (op) => {
    const collegeId = collegeOf(op.actor, 'practice.manage');
    await requireFit(op.tx, plan);
    const id = newId();
    const [row] = await op.tx
      .insert(teacherPractice)
      .values({ id, collegeId, ...plan, status: 'planned', createdAt: op.now, createdBy: authorIn(op.actor) })
      .onConflictDoNothing()
      .returning({ id: teacherPractice.id });
    if (!row) throw new Refusal('practice_exists', { field: 'fromOn' });
    await op.record({ subject: { type: 'practice', id }, data: { collegeId, institutionId: plan.institutionId } });
    return id;
  });

/** Mends a plan; what was done or called off stays as it was. */
export const editPractice = (ctx: Context, practiceId: string, plan: PracticePlan): Promise<void> =>
  operation(ctx, 'practice.edited', async (op) => {
    const before = await lockPractice(op, practiceId);
    if (before.status !== 'planned') throw new Refusal('wrong_state');
    const names = (Object.keys(plan) as (keyof PracticePlan)[]).filter((name) => plan[name] !== before[name]);
    if (names.length === 0) return op.unchanged(undefined);
    await requireFit(op.tx, plan);
    await requireAlone(op.tx, { ...plan, collegeId: before.collegeId }, practiceId);
    await op.tx
      .update(teacherPractice)
      .set(plan)
      .where(and(eq(teacherPractice.id, practiceId), eq(teacherPractice.status, 'planned')));
    const pick = (from: PracticePlan) => Object.fromEntries(names.map((name) => [name, from[name]]));
    await op.record({ subject: { type: 'practice', id: practiceId }, data: { before: pick(before), after: pick(plan) } });
  });
