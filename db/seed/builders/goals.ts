import type { Tx } from '#db/client';
import { planPeriod, target } from '#db/schema';
import { METRICS } from '~/domain/goal/goal';
import { newId } from '~/domain/shared/id';
import { now } from '~/platform/clock.server';
import { one } from './row';
import { nextNumber } from './synthetic';

/** 2023 to 2025, both days inside. */
export const aPlanPeriod = async (tx: Tx, columns: Partial<typeof planPeriod.$inferInsert> = {}) => {
  const n = nextNumber();
  return one(
    await tx
      .insert(planPeriod)
      .values({
        id: newId(),
        code: `plan-${n}`,
        nameZh: `计划期${n}`,
        nameEn: `Plan ${n}`,
        startsOn: '2023-01-01',
        endsOn: '2025-12-31',
        createdAt: now(),
        ...columns,
      })
      .returning(),
  );
};

/** A caregiver target of 5,000 for the whole city, in a period of its own unless given one. */
export const aTarget = async (tx: Tx, columns: Partial<typeof target.$inferInsert> = {}) =>
  one(
    await tx
      .insert(target)
      .values({
        id: newId(),
        metric: 'caregiver_person_times',
        value: 5_000,
        unit: '人次',
        countingRule: 'person_times_2023',
        createdAt: now(),
        ...columns,
        periodId: columns.periodId ?? (await aPlanPeriod(tx)).id,
      })
      .returning(),
  );

/** A period with a city target for every metric. */
export async function aPlan(tx: Tx, columns: Partial<typeof planPeriod.$inferInsert> = {}) {
  const period = await aPlanPeriod(tx, columns);
  const targets = [];
  for (const metric of METRICS) targets.push(await aTarget(tx, { periodId: period.id, metric }));
  return { ...period, targets };
}
