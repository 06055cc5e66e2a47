import { and, asc, eq, isNull } from 'drizzle-orm';
import { db } from '#db/client';
import { planPeriod, target } from '#db/schema';
import type { MeasuredMetric } from './goal';

/** What a period wants of a measured metric. */
export interface MeasuredTarget {
  metric: MeasuredMetric;
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
  /** In the metric's unit; null = only counted. */
  value: number | null;
  clause: string;
  owner: string;
}

/** Of every period that has one, the earliest first. */
export async function listMeasuredTargets(metric: MeasuredMetric, periodId?: string): Promise<MeasuredTarget[]> {
  const rows = await db
    .select({ period: planPeriod, value: target.value, clause: target.clause, owner: target.owner })
    .from(target)
    .innerJoin(planPeriod, eq(planPeriod.id, target.periodId))
    .where(and(eq(target.metric, metric), isNull(target.districtCode), periodId === undefined ? undefined : eq(target.periodId, periodId)))
    .orderBy(asc(planPeriod.startsOn), asc(planPeriod.id));
  return rows.map(({ period: { createdAt: _at, createdBy: _by, ...period }, ...row }) => ({ metric, period, ...row }));
}

/** The day on which a period's measure is taken: its last day once it is over, else today. */
export const measureDay = (endsOn: string | null, today: string): string => (endsOn !== null && endsOn < today ? endsOn : today);

/** What the latest period that had begun by the year's end, and names a value, wants of a measured metric; null = nothing. */
export async function targetOfYear(metric: MeasuredMetric, year: number): Promise<number | null> {
  const targets = await listMeasuredTargets(metric);
  return targets.filter(({ value, period }) => value !== null && period.startsOn <= `${year}-12-31`).at(-1)?.value ?? null;
}
