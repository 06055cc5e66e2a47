import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { account, guidanceVisit, membership } from '#db/schema';
import { organisationOf } from '../shared/actor';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { NotFound, Refusal } from '../shared/refusals';
import { accountOf, findVisitable, lockVisit } from './find-visit.server';
import { planProblem, type VisitKind } from './visit';

export interface VisitPlan {
  kind: VisitKind;
  plannedOn: string;
  /** Account of the actor's organisation that goes; null = anybody of it. */
  visitorId: string | null;
  purpose: string;
  isAnnounced: boolean;
}

/**
 * A visit to an institution of the area, from today on. One that follows another (`followsId`) looks again at what was found.
 * @returns its id
 */
export function planVisit(ctx: Context, to: { institutionId: string; followsId: string | null }, plan: VisitPlan): Promise<string> {
  return operation(ctx, 'visit.planned', async (op) => {
    const institution = await findVisitable(op, to.institutionId);
    const own = organisationOf(op.actor);
    if (!own) throw new NotFound();
    if (institution.status !== 'approved') throw new Refusal('visit_institution_suspended');
    const problem = planProblem(plan.plannedOn, beijingDate(op.now));
    if (problem) throw new Refusal(problem, { field: 'plannedOn' });
    if (plan.kind === 'follow_up' && to.followsId === null) throw new Refusal('visit_follows_nothing', { field: 'kind' });
    if (to.followsId !== null) await requireFollowable(op, to.followsId, institution.id);
    const visitorName = await visitorOf(op.tx, own.id, plan.visitorId);
    const id = newId();
    await op.tx.insert(guidanceVisit).values({
      id,
      institutionId: institution.id,
      districtCode: institution.districtCode,
      organisationId: own.id,
      status: 'planned',
      ...plan,
      visitorName,
      followsId: to.followsId,
      createdAt: op.now,
      createdBy: accountOf(op.actor),
    });
    const { kind, plannedOn, isAnnounced } = plan;
    await op.record({
      subject: { type: 'visit', id },
      data: { institutionId: institution.id, organisationId: own.id, kind, plannedOn, isAnnounced, followsId: to.followsId },
    });
    return id;
  });
}

/** A visit that was made at the same institution, and that no other planned one follows yet. */
async function requireFollowable(op: Parameters<typeof lockVisit>[0], followsId: string, institutionId: string): Promise<void> {
  const before = await lockVisit(op, followsId);
  if (before.institutionId !== institutionId) throw new NotFound();
  if (before.status !== 'recorded' && before.status !== 'closed') throw new Refusal('visit_follows_nothing', { field: 'kind' });
  const [planned] = await op.tx
    .select({ plannedOn: guidanceVisit.plannedOn })
    .from(guidanceVisit)
    .where(and(eq(guidanceVisit.followsId, followsId), eq(guidanceVisit.status, 'planned')));
  if (planned) throw new Refusal('visit_follow_up_planned', { params: { day: planned.plannedOn } });
}

/** The name under which she goes. @throws Refusal for somebody of another organisation */
export async function visitorOf(tx: Tx, organisationId: string, visitorId: string | null): Promise<string> {
  if (visitorId === null) return '';
  const [found] = await tx
    .select({ name: account.displayName, endedAt: membership.endedAt })
    .from(account)
    .innerJoin(membership, eq(membership.accountId, account.id))
    .where(and(eq(account.id, visitorId), eq(membership.organisationId, organisationId)));
  if (!found || found.endedAt !== null) throw new Refusal('visit_visitor_unknown', { field: 'visitorId' });
  return found.name;
}
