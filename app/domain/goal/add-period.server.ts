import { planPeriod, target } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { isMeasured, MEASURED, periodCode, TARGET_METRICS } from './goal';
import type { NewPeriod } from './inputs';
import { measuredSeed } from './plan-seed';

/**
 * Adds a span to count in, with the city's values where they are known. Its figures are counted by the next fold, from
 * everything recorded before. @returns the period's id
 */
export function addPeriod(ctx: Context, { startsOn, endsOn, ...form }: NewPeriod): Promise<string> {
  return operation(ctx, 'period.added', async (op) => {
    op.require('target.edit');
    if (endsOn !== null && endsOn < startsOn) throw new Refusal('period_invalid', { field: 'endsOn' });
    const id = newId();
    const code = periodCode(startsOn, endsOn);
    const made = { createdAt: op.now, createdBy: op.actor.kind === 'user' ? op.actor.accountId : null };
    const { nameZh, nameEn, documentNo, clause, owner, countingRule } = form;
    const added = await op.tx
      .insert(planPeriod)
      .values({ id, code, nameZh, nameEn, documentNo, startsOn, endsOn, ...made })
      .onConflictDoNothing({ target: planPeriod.code })
      .returning({ id: planPeriod.id });
    if (added.length === 0) throw new Refusal('period_exists', { field: 'startsOn' });
    await op.tx.insert(target).values(
      TARGET_METRICS.map((metric) => ({
        id: newId(),
        periodId: id,
        metric,
        value: form[metric],
        unit: isMeasured(metric) ? MEASURED[metric].unit : '人次',
        clause: (isMeasured(metric) && measuredSeed(metric, code).clause) || clause,
        owner: (isMeasured(metric) && measuredSeed(metric, code).clause && measuredSeed(metric, code).owner) || owner,
        countingRule: isMeasured(metric) ? MEASURED[metric].rule : countingRule,
        ...made,
      })),
    );
    await op.record({ subject: { type: 'period', id }, data: { code, startsOn, endsOn } });
    for (const metric of TARGET_METRICS) {
      if (form[metric] === null) continue;
      await op.recordAs('target.set', {
        subject: { type: 'period', id },
        data: { periodId: id, metric, districtCode: null, before: null, after: form[metric] },
      });
    }
    return id;
  });
}
