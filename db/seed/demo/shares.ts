import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { target } from '#db/schema';
import { DISTRICT_CODES } from '~/domain/organisation/districts';
import { newId } from '~/domain/shared/id';
import { INSTITUTIONS_PER_DISTRICT } from './names';

const INSTITUTIONS = INSTITUTIONS_PER_DISTRICT.reduce((sum, [, , count]) => sum + count, 0);

/** 任务分解 of the closed plan: each district's share by its number of institutions; the shares add up to the city's value. */
export async function addShares(tx: Tx): Promise<void> {
  const cityTargets = await tx.select().from(target).where(isNull(target.districtCode));
  for (const city of cityTargets) {
    if (city.value === null) continue;
    const known = await tx
      .select({ id: target.id })
      .from(target)
      .where(and(eq(target.periodId, city.periodId), eq(target.metric, city.metric)));
    if (known.length > 1) continue;
    const counts = new Map(INSTITUTIONS_PER_DISTRICT.map(([code, , count]) => [code, count]));
    const shares = DISTRICT_CODES.map((code) => Math.floor((city.value ?? 0) * ((counts.get(code) ?? 0) / INSTITUTIONS)));
    const rest = city.value - shares.reduce((sum, share) => sum + share, 0);
    const { periodId, metric, unit, countingRule, createdAt } = city;
    await tx.insert(target).values(
      DISTRICT_CODES.map((districtCode, at) => ({
        ...{ id: newId(), periodId, metric, districtCode, unit, countingRule, createdAt },
        value: (shares[at] ?? 0) + (districtCode === '110105' ? rest : 0),
      })),
    );
  }
}
