import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { healthCareRule, healthCareSegment } from '#db/schema';
import type { UserActor } from '../../shared/actor';
import { beijingDate } from '../../shared/period';
import { hasLine } from '../../shared/policy';
import { Forbidden } from '../../shared/refusals';

const onDay = (today: string) =>
  and(lte(healthCareSegment.fromOn, today), or(isNull(healthCareSegment.untilOn), gt(healthCareSegment.untilOn, today)));

/** What an institution owes today, with the rule that says so; null = it is none of the newly filed ones. */
export async function findOwed(institutionId: string, today: string) {
  const [row] = await db
    .select({ owed: healthCareSegment, rule: healthCareRule })
    .from(healthCareSegment)
    .innerJoin(healthCareRule, eq(healthCareRule.id, healthCareSegment.ruleId))
    .where(and(eq(healthCareSegment.institutionId, institutionId), onDay(today)))
    .orderBy(asc(healthCareSegment.fromOn))
    .limit(1);
  if (!row) return null;
  const { standing, required, requiredFullTime, trained, trainedFullTime, filedOn, dueOn, dueReason } = row.owed;
  const { version, minimumStaff, childrenPerFullTime, graceDays, replacementDays, certificateMonths, isOfficial, documentNo } = row.rule;
  return {
    ...{ standing, required, requiredFullTime, trained, trainedFullTime, filedOn, dueOn, dueReason },
    rule: { version, minimumStaff, childrenPerFullTime, graceDays, replacementDays, certificateMonths, isOfficial, documentNo },
  };
}

/** How many institutions of the actor's area wait for trained staff or are past their day, and the next due day. */
export async function countOwing(actor: UserActor, now: Date): Promise<{ waiting: number; overdue: number; nextDueOn: string | null }> {
  if (!hasLine(actor, 'health_care.read') || actor.role === 'institution_admin') throw new Forbidden();
  const { kind, districtCode = null } = actor.organisation ?? {};
  if (actor.role === 'provider_staff' && kind !== 'mch_centre') return { waiting: 0, overdue: 0, nextDueOn: null };
  const [row] = await db
    .select({
      waiting: sql<number>`(count(*) filter (where ${healthCareSegment.standing} = 'waiting'))::int`,
      overdue: sql<number>`(count(*) filter (where ${healthCareSegment.standing} = 'overdue'))::int`,
      nextDueOn: sql<string | null>`min(${healthCareSegment.dueOn}) filter (where ${healthCareSegment.standing} = 'waiting')`,
    })
    .from(healthCareSegment)
    .where(and(onDay(beijingDate(now)), districtCode === null ? undefined : eq(healthCareSegment.districtCode, districtCode)));
  return row ?? { waiting: 0, overdue: 0, nextDueOn: null };
}
