import { and, eq } from 'drizzle-orm';
import { guidanceVisit } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { lockVisit } from './find-visit.server';
import { type VisitPlan, visitorOf } from './plan-visit.server';
import { planProblem } from './visit';

/** Another day, visitor or purpose for a visit that has not been made. Whether it follows another stays as it is. */
export function changePlan(ctx: Context, visitId: string, given: VisitPlan): Promise<void> {
  return operation(ctx, 'visit.plan_changed', async (op) => {
    const visit = await lockVisit(op, visitId);
    if (visit.status !== 'planned') throw new Refusal('wrong_state');
    const plan = { ...given, kind: visit.followsId === null ? given.kind : visit.kind };
    if (plan.kind === 'follow_up' && visit.followsId === null) throw new Refusal('visit_follows_nothing', { field: 'kind' });
    const visitorName =
      plan.visitorId === visit.visitorId ? visit.visitorName : await visitorOf(op.tx, visit.organisationId, plan.visitorId);
    const fields = (Object.keys(plan) as (keyof VisitPlan)[]).filter((key) => plan[key] !== visit[key]);
    if (fields.length === 0) return op.unchanged(undefined);
    if (plan.plannedOn !== visit.plannedOn) {
      const problem = planProblem(plan.plannedOn, beijingDate(op.now));
      if (problem) throw new Refusal(problem, { field: 'plannedOn' });
    }
    await op.tx
      .update(guidanceVisit)
      .set({ ...plan, visitorName })
      .where(and(eq(guidanceVisit.id, visitId), eq(guidanceVisit.status, 'planned')));
    const [before, after] = [visit.plannedOn, plan.plannedOn];
    const data = {
      institutionId: visit.institutionId,
      fields,
      before,
      after,
      isAnnounced: plan.isAnnounced,
      wasAnnounced: visit.isAnnounced,
    };
    await op.record({ subject: { type: 'visit', id: visitId }, data });
  });
}
