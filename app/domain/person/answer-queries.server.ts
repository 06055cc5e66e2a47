import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { engagement, engagementDispute, organisation, person, postClaim } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';
import { OPEN_DISPUTE_STATUSES, OPEN_POST_CLAIM_STATUSES } from './roster';

const LIMIT = 200;

/** Whose claims and disputes the actor sees: her institution's, or what her district (the city: any) must decide now. */
function scopeOf(actor: UserActor): { where: SQL | undefined; late: boolean } {
  if (hasLine(actor, 'post.decide') && actor.organisation) return { where: eq(organisation.id, actor.organisation.id), late: false };
  if (!hasLine(actor, 'post.decide_late')) throw new Forbidden();
  const district = actor.organisation?.districtCode ?? null;
  return { where: district === null ? undefined : eq(organisation.districtCode, district), late: true };
}

const CLAIM = {
  id: postClaim.id,
  personName: person.name,
  idNumberMasked: person.idNumberMasked,
  phoneMasked: person.phoneMasked,
  institutionId: organisation.id,
  institutionName: organisation.name,
  districtCode: organisation.districtCode,
  role: postClaim.role,
  startOn: postClaim.startOn,
  isFullTime: postClaim.isFullTime,
  status: postClaim.status,
  answerDueOn: postClaim.answerDueOn,
};

/** Claims of posts that wait: for the institution all open ones, for officers those that were not answered in time. */
export async function listPostClaims(actor: UserActor) {
  const { where, late } = scopeOf(actor);
  return db
    .select(CLAIM)
    .from(postClaim)
    .innerJoin(person, eq(person.id, postClaim.personId))
    .innerJoin(organisation, eq(organisation.id, postClaim.institutionId))
    .where(and(where, inArray(postClaim.status, late ? ['escalated'] : [...OPEN_POST_CLAIM_STATUSES])))
    .orderBy(asc(postClaim.answerDueOn), asc(postClaim.id))
    .limit(LIMIT);
}

/** The same of disputes, with the entry that they are about. */
export async function listDisputes(actor: UserActor) {
  const { where, late } = scopeOf(actor);
  return db
    .select({
      id: engagementDispute.id,
      engagementId: engagement.id,
      personName: person.name,
      idNumberMasked: person.idNumberMasked,
      institutionId: organisation.id,
      institutionName: organisation.name,
      districtCode: organisation.districtCode,
      role: engagement.role,
      startOn: engagement.startOn,
      endOn: engagement.endOn,
      kind: engagementDispute.kind,
      wanted: engagementDispute.wanted,
      statement: engagementDispute.statement,
      status: engagementDispute.status,
      answerDueOn: engagementDispute.answerDueOn,
    })
    .from(engagementDispute)
    .innerJoin(engagement, eq(engagement.id, engagementDispute.engagementId))
    .innerJoin(person, eq(person.id, engagementDispute.personId))
    .innerJoin(organisation, eq(organisation.id, engagementDispute.institutionId))
    .where(and(where, inArray(engagementDispute.status, late ? ['escalated'] : [...OPEN_DISPUTE_STATUSES])))
    .orderBy(asc(engagementDispute.answerDueOn), asc(engagementDispute.id))
    .limit(LIMIT);
}

/** How much waits for the institution, and until when the first of it may. */
export async function countAnswers(institutionId: string): Promise<{ waiting: number; firstDueOn: string | null }> {
  const one = async (rows: Promise<{ n: number; due: string | null }[]>) => (await rows)[0] ?? { n: 0, due: null };
  const claims = await one(
    db
      .select({ n: count(), due: sql<string | null>`min(${postClaim.answerDueOn})::text` })
      .from(postClaim)
      .where(and(eq(postClaim.institutionId, institutionId), eq(postClaim.status, 'pending'))),
  );
  const disputes = await one(
    db
      .select({ n: count(), due: sql<string | null>`min(${engagementDispute.answerDueOn})::text` })
      .from(engagementDispute)
      .where(and(eq(engagementDispute.institutionId, institutionId), eq(engagementDispute.status, 'open'))),
  );
  const dues = [claims.due, disputes.due].filter((due): due is string => due !== null).sort();
  return { waiting: claims.n + disputes.n, firstDueOn: dues[0] ?? null };
}

/** Her own claims, the latest first. */
export const listMyPostClaims = (personId: string) =>
  db
    .select({ ...CLAIM, reason: postClaim.reason })
    .from(postClaim)
    .innerJoin(person, eq(person.id, postClaim.personId))
    .innerJoin(organisation, eq(organisation.id, postClaim.institutionId))
    .where(eq(postClaim.personId, personId))
    .orderBy(desc(postClaim.createdAt))
    .limit(LIMIT);
