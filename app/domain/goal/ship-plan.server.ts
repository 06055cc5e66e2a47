import { db } from '#db/client';
import { planPeriod } from '#db/schema';
import type { Context } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { addPeriod } from './add-period.server';
import { closePeriod } from './close-period.server';
import { SEED_PERIODS } from './plan-seed';

/** Gives a new database the shipped periods and targets; one that already counts something is left alone. */
export async function shipPlan(ctx: Context): Promise<number> {
  if ((await (ctx.tx ?? db).select({ id: planPeriod.id }).from(planPeriod).limit(1)).length > 0) return 0;
  for (const period of SEED_PERIODS) {
    const id = await addPeriod(ctx, period);
    if (period.endsOn !== null && period.endsOn < beijingDate(ctx.now)) await closePeriod(ctx, id);
  }
  return SEED_PERIODS.length;
}
