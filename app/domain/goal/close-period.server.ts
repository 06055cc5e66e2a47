import { eq } from 'drizzle-orm';
import { planPeriod } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { lockPeriod } from './queries.server';

/** Ends the setting of targets for a period that is over. Its figures go on to follow late corrections. */
export function closePeriod(ctx: Context, periodId: string): Promise<void> {
  return operation(ctx, 'period.closed', async (op) => {
    op.require('target.edit');
    const period = await lockPeriod(op.tx, periodId);
    if (period.isClosed) return op.unchanged(undefined);
    if (period.endsOn === null || period.endsOn >= beijingDate(op.now)) throw new Refusal('period_not_over');
    await op.tx.update(planPeriod).set({ isClosed: true }).where(eq(planPeriod.id, periodId));
    await op.record({ subject: { type: 'period', id: periodId }, data: { code: period.code } });
  });
}
