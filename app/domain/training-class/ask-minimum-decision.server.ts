import { and, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { trainingClass } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { minimumDecisionDueOn } from './minimum';
import { CLASS_BEFORE_START, isBelowMinimum } from './training-class';

const undecided = or(isNull(trainingClass.minimumDecision), eq(trainingClass.minimumDecision, 'extend'));

/** Classes whose window has ended with fewer people than they need, and about which nobody has been asked. */
export async function classesBelowMinimum(now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: trainingClass.id })
    .from(trainingClass)
    .where(
      and(
        inArray(trainingClass.status, [...CLASS_BEFORE_START]),
        lt(trainingClass.enrolUntilOn, beijingDate(now)),
        gt(trainingClass.startsAt, now),
        sql`${trainingClass.seatsTaken} < ${trainingClass.minimumSize}`,
        undecided,
      ),
    );
  return rows.map((row) => row.id);
}

/** Opens the provider's task to decide about such a class, with a due date. Asked once per window. @returns whether it was asked */
export function askMinimumDecision(ctx: Context, classId: string): Promise<boolean> {
  return operation(ctx, 'class.minimum_missed', async (op) => {
    op.require('class.manage');
    const [group] = await op.tx
      .select()
      .from(trainingClass)
      .where(and(eq(trainingClass.id, classId), undecided))
      .for('no key update');
    if (!group || !isBelowMinimum(group, op.now)) return op.unchanged(false);
    const dueOn = minimumDecisionDueOn(beijingDate(op.now), group.startsOn);
    await op.tx.update(trainingClass).set({ minimumDecision: 'pending', minimumDecisionDueOn: dueOn }).where(eq(trainingClass.id, classId));
    await op.record({ subject: { type: 'class', id: classId }, data: { enrolled: group.seatsTaken, minimum: group.minimumSize, dueOn } });
    return true;
  });
}
