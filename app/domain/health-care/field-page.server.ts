import { and, asc, eq, isNotNull, ne } from 'drizzle-orm';
import { db } from '#db/client';
import { organisation } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { beijingDate } from '../shared/period';
import { checklistInForce } from './checklist-queries.server';
import { listMyPlannedVisits } from './planned-visits.server';
import { visitingOrganisation } from './visit-scope.server';

/** Institutions that the actor may visit, for a list that the phone keeps. A place that has closed is not among them. */
const listVisitable = (districtCode: string | null) =>
  db
    .select({ id: organisation.id, name: organisation.name, districtCode: organisation.districtCode })
    .from(organisation)
    .where(
      and(
        eq(organisation.kind, 'institution'),
        eq(organisation.status, 'approved'),
        ne(organisation.filingStatus, 'cancelled'),
        districtCode === null ? isNotNull(organisation.districtCode) : eq(organisation.districtCode, districtCode),
      ),
    )
    .orderBy(asc(organisation.name), asc(organisation.id));

/** Everything that the page in the field needs, so that it can work without a network. @throws Forbidden for other roles */
export async function fieldPage(actor: UserActor, wanted: string, now: Date) {
  const own = visitingOrganisation(actor);
  const [planned, institutions, checklist] = await Promise.all([
    listMyPlannedVisits(actor, isId(wanted) ? wanted : null),
    listVisitable(own.districtCode),
    checklistInForce(beijingDate(now)),
  ]);
  return {
    accountId: actor.accountId,
    organisationId: own.id,
    asOf: now.toISOString(),
    planned,
    institutions,
    checklist,
  };
}
