import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { teacherPractice } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { practiceGap } from './cooperation';
import type { practiceDone } from './cooperation/inputs';
import { lockPractice } from './find-practice.server';

/** What became of the plan: last day, days that were really done, and what was learnt. May be corrected later. */
export const finishPractice = (ctx: Context, practiceId: string, done: z.output<typeof practiceDone>): Promise<void> =>
  operation(ctx, 'practice.done', async (op) => {
    const { fromOn, ...before } = await lockPractice(op, practiceId);
    const { untilOn, days, summary } = done;
    const same = before.untilOn === untilOn && before.days === days && before.summary === summary;
    if (before.status === 'done' && same) return op.unchanged(undefined);
    if (before.status === 'cancelled') throw new Refusal('wrong_state');
    if (untilOn > beijingDate(op.now)) throw new Refusal('day_in_future', { field: 'untilOn' });
    const gap = practiceGap({ fromOn, untilOn, days });
    if (gap) throw new Refusal(gap.code, { field: gap.field });
    await op.tx
      .update(teacherPractice)
      .set({ ...done, status: 'done' })
      .where(and(eq(teacherPractice.id, practiceId), eq(teacherPractice.status, before.status)));
    await op.record({ subject: { type: 'practice', id: practiceId }, data: { days } });
  });

export const cancelPractice = (ctx: Context, practiceId: string, reason: string): Promise<void> =>
  operation(ctx, 'practice.cancelled', async (op) => {
    const { status } = await lockPractice(op, practiceId);
    if (status === 'cancelled') return op.unchanged(undefined);
    if (status !== 'planned') throw new Refusal('wrong_state');
    await op.tx
      .update(teacherPractice)
      .set({ status: 'cancelled', reason })
      .where(and(eq(teacherPractice.id, practiceId), eq(teacherPractice.status, 'planned')));
    await op.record({ subject: { type: 'practice', id: practiceId }, data: { reason } });
  });
