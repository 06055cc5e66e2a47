import { and, eq } from 'drizzle-orm';
import { target } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import type { TargetValues } from './inputs';
import { getCityTarget, listShares, lockPeriod } from './queries.server';

/**
 * Sets what a metric is to reach in a period: the city's value and the districts' shares (任务分解). What is counted
 * stays as it is, so nothing is counted anew. @returns how many values changed
 */
export function setTargets(ctx: Context, periodId: string, { metric, value, clause, owner, shares }: TargetValues): Promise<number> {
  return operation(ctx, 'target.set', async (op) => {
    op.require('target.edit');
    const period = await lockPeriod(op.tx, periodId);
    if (period.isClosed) throw new Refusal('period_closed');
    const city = await getCityTarget(op.tx, periodId, metric);
    let changes = 0;
    const record = (districtCode: string | null, before: number | null, after: number | null) => {
      changes += 1;
      return op.record({ subject: { type: 'period', id: periodId }, data: { periodId, metric, districtCode, before, after } });
    };
    if (city.value !== value || city.clause !== clause || city.owner !== owner) {
      await op.tx.update(target).set({ value, clause, owner }).where(eq(target.id, city.id));
      await record(null, city.value, value);
    }
    for (const share of await listShares(periodId, metric, op.tx)) {
      const wanted = shares[share.districtCode];
      if (wanted === undefined || wanted === share.value) continue;
      await setShare(share.districtCode, wanted);
      await record(share.districtCode, share.value, wanted);
    }
    return changes > 0 ? changes : op.unchanged(0);

    async function setShare(districtCode: string, share: number | null) {
      if (share === null) {
        await op.tx
          .delete(target)
          .where(and(eq(target.periodId, periodId), eq(target.metric, metric), eq(target.districtCode, districtCode)));
        return;
      }
      const made = { createdAt: op.now, createdBy: op.actor.kind === 'user' ? op.actor.accountId : null };
      const { unit, countingRule } = city;
      await op.tx
        .insert(target)
        .values({ id: newId(), periodId, metric, districtCode, value: share, unit, countingRule, ...made })
        .onConflictDoUpdate({ target: [target.periodId, target.metric, target.districtCode], set: { value: share } });
    }
  });
}
