import { and, eq, isNull, notExists } from 'drizzle-orm';
import { db } from '#db/client';
import { planPeriod, target } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { RATE_METRIC, RATE_RULE } from './goal';
import { SEED_RATE } from './plan-seed';

/**
 * Gives every period that has none a target of the certified-on-post rate: the plan its 90 %, the others none to reach.
 * A period that has one keeps it, whatever its value. @returns how many were added
 */
export const shipRateTarget = (ctx: Context): Promise<number> =>
  operation(ctx, 'target.set', async (op) => {
    const without = await op.tx
      .select({ id: planPeriod.id, code: planPeriod.code })
      .from(planPeriod)
      .where(
        notExists(
          db
            .select({ id: target.id })
            .from(target)
            .where(and(eq(target.periodId, planPeriod.id), eq(target.metric, RATE_METRIC), isNull(target.districtCode))),
        ),
      );
    for (const { id, code } of without) {
      const { value, clause, owner } = code === SEED_RATE.code ? SEED_RATE : { ...SEED_RATE, value: null, clause: '' };
      const row = {
        id: newId(),
        periodId: id,
        metric: RATE_METRIC,
        value,
        unit: '%',
        clause,
        owner,
        countingRule: RATE_RULE,
        createdAt: op.now,
      } as const;
      await op.tx.insert(target).values(row).onConflictDoNothing();
      await op.record({
        subject: { type: 'period', id },
        data: { periodId: id, metric: RATE_METRIC, districtCode: null, before: null, after: value },
      });
    }
    return without.length > 0 ? without.length : op.unchanged(0);
  });
