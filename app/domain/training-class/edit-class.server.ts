import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { trainingClass } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import type { editClassInput } from './inputs';
import { isSettled, lockOwnClass } from './lock-class.server';
import { checkPlan } from './open-class.server';

type Input = z.output<typeof editClassInput>;

/** Changes what concerns nobody's timetable: term, link, minimum and enrolment window. Same values change nothing. */
export function editClass(ctx: Context, { classId, ...input }: Input & { classId: string }): Promise<void> {
  return operation(ctx, 'class.edited', async (op) => {
    const group = await lockOwnClass(op, classId);
    if (isSettled(group.status)) throw new Refusal('class_not_open');
    const after = { ...input, meetingLink: input.meetingLink || null };
    const names = Object.keys(after) as (keyof typeof after)[];
    const changed = names.filter((name) => after[name] !== group[name]);
    if (changed.length === 0) return op.unchanged(undefined);
    if (
      group.startsAt <= op.now &&
      (changed.includes('enrolFromOn') || changed.includes('enrolUntilOn') || changed.includes('minimumSize'))
    )
      throw new Refusal('class_started');
    checkPlan({ ...after, capacity: group.capacity, startsOn: group.startsOn });
    const reopened = group.minimumDecision === 'pending' && after.enrolUntilOn >= beijingDate(op.now);
    await op.tx
      .update(trainingClass)
      .set({ ...after, ...(reopened ? { minimumDecision: 'extend' as const, minimumDecisionDueOn: null } : {}) })
      .where(eq(trainingClass.id, classId));
    const pick = (from: Record<string, unknown>) =>
      Object.fromEntries(changed.map((name) => [name, name === 'meetingLink' ? from[name] !== null : from[name]]));
    await op.record({ subject: { type: 'class', id: classId }, data: { before: pick(group), after: pick(after) } });
  });
}
