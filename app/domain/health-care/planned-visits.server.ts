import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { db } from '#db/client';
import { guidanceFinding, guidanceVisit, organisation } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { groupBy } from '../shared/group-by';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';
import { WAITING_FINDINGS } from './visit';

const PLANNED = {
  id: guidanceVisit.id,
  institutionId: guidanceVisit.institutionId,
  institutionName: organisation.name,
  address: organisation.address,
  districtCode: guidanceVisit.districtCode,
  kind: guidanceVisit.kind,
  plannedOn: guidanceVisit.plannedOn,
  purpose: guidanceVisit.purpose,
  visitorId: guidanceVisit.visitorId,
  visitorName: guidanceVisit.visitorName,
  followsId: guidanceVisit.followsId,
};

const WAITING = {
  id: guidanceFinding.id,
  visitId: guidanceFinding.visitId,
  itemCode: guidanceFinding.itemCode,
  weight: guidanceFinding.weight,
  statement: guidanceFinding.statement,
  mendByOn: guidanceFinding.mendByOn,
  status: guidanceFinding.status,
};

/**
 * Visits that the actor's organisation has planned and that are hers or anybody's, the earliest first (late ones too),
 * and one of a colleague's that was asked for (`also`), each with what still waits to be mended from the visit that it follows. @throws Forbidden for other roles
 */
export async function listMyPlannedVisits(actor: UserActor, also: string | null = null) {
  if (!hasLine(actor, 'visit.manage') || !actor.organisation) throw new Forbidden();
  const rows = await db
    .select(PLANNED)
    .from(guidanceVisit)
    .innerJoin(organisation, eq(organisation.id, guidanceVisit.institutionId))
    .where(
      and(
        eq(guidanceVisit.organisationId, actor.organisation.id),
        eq(guidanceVisit.status, 'planned'),
        or(
          isNull(guidanceVisit.visitorId),
          eq(guidanceVisit.visitorId, actor.accountId),
          also === null ? undefined : eq(guidanceVisit.id, also),
        ),
      ),
    )
    .orderBy(asc(guidanceVisit.plannedOn), asc(guidanceVisit.id))
    .limit(200);
  const followed = rows.flatMap(({ followsId }) => followsId ?? []);
  const waiting =
    followed.length === 0
      ? []
      : await db
          .select(WAITING)
          .from(guidanceFinding)
          .where(and(inArray(guidanceFinding.visitId, followed), inArray(guidanceFinding.status, [...WAITING_FINDINGS])))
          .orderBy(asc(guidanceFinding.mendByOn), asc(guidanceFinding.id));
  const byVisit = groupBy(waiting, ({ visitId }) => visitId);
  return rows.map((row) => ({ ...row, toMend: row.followsId === null ? [] : (byVisit.get(row.followsId) ?? []) }));
}
