import { and, asc, desc, eq, ilike, inArray, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { engagement, engagementDispute, organisation, person } from '#db/schema';
import { beijingDate } from '../shared/period';
import { alertsOf } from './roster';
import { containing, hasOtherPost, isOffOn } from './staff-queries.server';

/** The posts that institutions entered for her, the present ones first, each with the latest dispute about it. */
export async function listMyPosts(personId: string, now: Date) {
  const today = beijingDate(now);
  const rows = await db
    .select({
      id: engagement.id,
      institutionName: organisation.name,
      districtCode: organisation.districtCode,
      role: engagement.role,
      startOn: engagement.startOn,
      endOn: engagement.endOn,
      isFullTime: engagement.isFullTime,
      isIntern: engagement.isIntern,
      isMainPost: engagement.isMainPost,
      isOff: isOffOn(today),
      hasOther: hasOtherPost(today),
    })
    .from(engagement)
    .innerJoin(organisation, eq(organisation.id, engagement.institutionId))
    .where(eq(engagement.personId, personId))
    .orderBy(sql`${engagement.endOn} desc nulls first`, desc(engagement.startOn));
  const disputes = await db
    .select()
    .from(engagementDispute)
    .where(eq(engagementDispute.personId, personId))
    .orderBy(asc(engagementDispute.openedAt));
  const latest = new Map(disputes.map((dispute) => [dispute.engagementId, dispute]));
  return rows.map((row) => {
    const dispute = latest.get(row.id);
    return {
      ...row,
      isOver: row.endOn !== null && row.endOn <= today,
      neverTrue: row.endOn === row.startOn,
      dispute: dispute && {
        id: dispute.id,
        status: dispute.status,
        kind: dispute.kind,
        answerDueOn: dispute.answerDueOn,
        decision: dispute.decision,
      },
    };
  });
}

/** What her institutions entered about her health certificate and the check of records, and what of it runs out. */
export async function readMyChecks(personId: string, now: Date) {
  const [row] = await db
    .select({ healthCertValidUntil: person.healthCertValidUntil, backgroundCheckedOn: person.backgroundCheckedOn })
    .from(person)
    .where(eq(person.id, personId));
  if (!row) return null;
  return { ...row, alerts: alertsOf({ ...row, contractUntilOn: null }, beijingDate(now)) };
}

const FOUND = 20;

/** Filed institutions by district and a part of the name, for a worker who looks for hers. */
export const findInstitutions = (district: string, q: string) =>
  district === '' && q === ''
    ? Promise.resolve([])
    : db
        .select({ id: organisation.id, name: organisation.name, address: organisation.address, districtCode: organisation.districtCode })
        .from(organisation)
        .where(
          and(
            eq(organisation.kind, 'institution'),
            eq(organisation.status, 'approved'),
            inArray(organisation.filingStatus, ['filed', 'changed_pending', 'licensed']),
            district ? eq(organisation.districtCode, district) : undefined,
            q ? ilike(organisation.name, containing(q)) : undefined,
          ),
        )
        .orderBy(asc(organisation.name))
        .limit(FOUND);
