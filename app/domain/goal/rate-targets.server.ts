import { and, asc, eq, isNull } from 'drizzle-orm';
import { db } from '#db/client';
import { planPeriod, target } from '#db/schema';
import { RATE_METRIC } from './goal';

/** What a period wants of the certified-on-post rate. */
export interface RateTarget {
  period: {
    id: string;
    code: string;
    nameZh: string;
    nameEn: string;
    documentNo: string;
    startsOn: string;
    endsOn: string | null;
    isClosed: boolean;
  };
  /** In per cent; null = only counted. */
  value: number | null;
  clause: string;
  owner: string;
}

/** Of every period that has one, the earliest first. */
export async function listRateTargets(periodId?: string): Promise<RateTarget[]> {
  const rows = await db
    .select({ period: planPeriod, value: target.value, clause: target.clause, owner: target.owner })
    .from(target)
    .innerJoin(planPeriod, eq(planPeriod.id, target.periodId))
    .where(
      and(eq(target.metric, RATE_METRIC), isNull(target.districtCode), periodId === undefined ? undefined : eq(target.periodId, periodId)),
    )
    .orderBy(asc(planPeriod.startsOn), asc(planPeriod.id));
  return rows.map(({ period: { createdAt: _at, createdBy: _by, ...period }, ...row }) => ({ period, ...row }));
}

/** The day on which a period's rate is looked at: its last day once it is over, else today. */
export const rateDay = (endsOn: string | null, today: string): string => (endsOn !== null && endsOn < today ? endsOn : today);
