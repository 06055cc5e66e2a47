import { and, eq, isNull, notExists } from 'drizzle-orm';
import { db } from '#db/client';
import { planPeriod, target } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { MEASURED, MEASURED_METRICS } from './goal';
import { measuredSeed } from './plan-seed';

/**
 * Gives every period that has none a target of each measured metric: the plan its values, the others none to reach.
 * A period that has one keeps it, whatever its value. @returns how many were added
 */
export const shipMeasuredTargets = (ctx: Context): Promise<number> =>
  operation(ctx, 'target.set', async (op) => {
    let added = 0;
    for (const metric of MEASURED_METRICS) {
      const without = await op.tx
        .select({ id: planPeriod.id, code: planPeriod.code })
        .from(planPeriod)
        .where(
          notExists(
            db
              .select({ id: target.id })
              .from(target)
              .where(and(eq(target.periodId, planPeriod.id), eq(target.metric, metric), isNull(target.districtCode))),
          ),
        );
      for (const { id, code } of without) {
        const { value, clause, owner } = measuredSeed(metric, code);
        const { unit, rule: countingRule } = MEASURED[metric];
        const row = { id: newId(), periodId: id, metric, value, unit, clause, owner, countingRule, createdAt: op.now };
        await op.tx.insert(target).values(row).onConflictDoNothing();
        await op.record({
          subject: { type: 'period', id },
          data: { periodId: id, metric, districtCode: null, before: null, after: value },
        });
        added += 1;
      }
    }
    return added > 0 ? added : op.unchanged(0);
  });
