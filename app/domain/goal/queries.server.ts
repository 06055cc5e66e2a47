import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { district, planPeriod, recount, recountDifference, target } from '#db/schema';
import { isId } from '../shared/id';
import { NotFound } from '../shared/refusals';
import type { TargetMetric } from './goal';

/** Recounts, the latest first. */
export const listRecounts = (limit: number) => db.select().from(recount).orderBy(desc(recount.startedAt), desc(recount.id)).limit(limit);

/** What one recount found, rows before figures, with the period that it concerns. @throws NotFound */
export async function getRecount(recountId: string) {
  const [found] = isId(recountId) ? await db.select().from(recount).where(eq(recount.id, recountId)) : [];
  if (!found) throw new NotFound();
  return { ...found, rows: await listRecountDifferences(recountId) };
}

/** Differences name ids and codes only; whoever may see persons follows the completion's id. */
const listRecountDifferences = (recountId: string) =>
  db
    .select({
      id: recountDifference.id,
      kind: recountDifference.kind,
      metric: recountDifference.metric,
      periodNameZh: planPeriod.nameZh,
      periodNameEn: planPeriod.nameEn,
      completionId: recountDifference.completionId,
      enrolmentId: recountDifference.enrolmentId,
      cell: recountDifference.cell,
      tallied: recountDifference.tallied,
      recounted: recountDifference.recounted,
    })
    .from(recountDifference)
    .leftJoin(planPeriod, eq(planPeriod.id, recountDifference.periodId))
    .where(eq(recountDifference.recountId, recountId))
    .orderBy(asc(recountDifference.cell), asc(recountDifference.id))
    .limit(1_000);

export interface Share {
  districtCode: string;
  nameZh: string;
  nameEn: string;
  value: number | null;
}

/** The share of every district in a target, in yearbook order; null where none is set. */
export const listShares = (periodId: string, metric: TargetMetric, tx: Tx = db): Promise<Share[]> =>
  tx
    .select({ districtCode: district.code, nameZh: district.nameZh, nameEn: district.nameEn, value: target.value })
    .from(district)
    .leftJoin(target, and(eq(target.districtCode, district.code), eq(target.periodId, periodId), eq(target.metric, metric)))
    .orderBy(district.sort);

/** Shares in every period: of one district, or of all. */
export const listSharesOf = (districtCode?: string) =>
  db
    .select({ periodId: target.periodId, metric: target.metric, districtCode: target.districtCode, value: target.value })
    .from(target)
    .where(districtCode === undefined ? isNotNull(target.districtCode) : eq(target.districtCode, districtCode));

/** The city's target of a metric. @throws NotFound when the period does not count it */
export async function getCityTarget(tx: Tx, periodId: string, metric: TargetMetric) {
  const [found] = await tx
    .select()
    .from(target)
    .where(and(eq(target.periodId, periodId), eq(target.metric, metric), isNull(target.districtCode)));
  if (!found) throw new NotFound();
  return found;
}

/** A period, locked against other editors. @throws NotFound */
export async function lockPeriod(tx: Tx, periodId: string) {
  const [found] = await tx.select().from(planPeriod).where(eq(planPeriod.id, periodId)).for('update');
  if (!found) throw new NotFound();
  return found;
}
