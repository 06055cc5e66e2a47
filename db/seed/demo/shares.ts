import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { target } from '#db/schema';
import { isMeasured } from '~/domain/goal/goal';
import { DISTRICT_CODES } from '~/domain/organisation/districts';
import { newId } from '~/domain/shared/id';
import { INSTITUTIONS_PER_DISTRICT } from './names';

/** The home of most stories trains more than its institutions alone would: its share is larger too, so that no share is met. */
const HOME = '110105';
const WEIGHTS = new Map(INSTITUTIONS_PER_DISTRICT.map(([code, , count]) => [code, code === HOME ? count * 2.2 : count]));
const ALL = [...WEIGHTS.values()].reduce((sum, weight) => sum + weight, 0);

/** 任务分解 of the closed plan: each district's share of the person-times by its institutions; the shares add up to the city's value. */
export async function addShares(tx: Tx): Promise<void> {
  const cityTargets = await tx.select().from(target).where(isNull(target.districtCode));
  for (const city of cityTargets) {
    // What is measured is wanted of the whole, or everywhere alike: it has no shares.
    if (city.value === null || isMeasured(city.metric)) continue;
    const known = await tx
      .select({ id: target.id })
      .from(target)
      .where(and(eq(target.periodId, city.periodId), eq(target.metric, city.metric)));
    if (known.length > 1) continue;
    const shares = DISTRICT_CODES.map((code) => Math.floor((city.value ?? 0) * ((WEIGHTS.get(code) ?? 0) / ALL)));
    const rest = city.value - shares.reduce((sum, share) => sum + share, 0);
    const { periodId, metric, unit, countingRule, createdAt } = city;
    await tx.insert(target).values(
      DISTRICT_CODES.map((districtCode, at) => ({
        ...{ id: newId(), periodId, metric, districtCode, unit, countingRule, createdAt },
        value: (shares[at] ?? 0) + (districtCode === HOME ? rest : 0),
      })),
    );
  }
}
