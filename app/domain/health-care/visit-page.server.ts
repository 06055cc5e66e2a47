import { eq, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { guidanceChecklist, guidanceVisit } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { beijingDate } from '../shared/period';
import { can } from '../shared/policy';
import { NotFound } from '../shared/refusals';
import { sectionsOf } from './checklist';
import { readTrace } from './trace.server';
import {
  type FindingStatus,
  type FindingWeight,
  type ItemResult,
  isPlanOverdue,
  mayActOnVisit,
  type VisitKind,
  type VisitStatus,
} from './visit';
import { visitScope } from './visit-scope.server';

interface Head extends Record<string, unknown> {
  id: string;
  institutionId: string;
  institution: string;
  address: string | null;
  contactPhone: string | null;
  /** Where the institution lies now: who acts on the visit. */
  districtNow: string | null;
  districtCode: string;
  organisationId: string;
  organisation: string;
  kind: VisitKind;
  status: VisitStatus;
  plannedOn: string;
  visitorId: string | null;
  visitor: string;
  purpose: string;
  isAnnounced: boolean;
  followsId: string | null;
  followsOn: string | null;
  visitedOn: string | null;
  summary: string;
  metWith: string;
  reason: string | null;
}

export interface VisitFinding extends Record<string, unknown> {
  id: string;
  itemCode: string | null;
  weight: FindingWeight;
  statement: string;
  mendByOn: string;
  status: FindingStatus;
  isOverdue: boolean;
  answer: string | null;
  answeredOn: string | null;
}

/** The visit, where the actor reads it. @throws Forbidden for other roles, NotFound elsewhere */
async function findHead(actor: UserActor, visitId: string): Promise<Head> {
  const scope = visitScope(actor);
  const [head] = isId(visitId)
    ? await db.execute<Head>(sql`
        select v.id, v.institution_id as "institutionId", o.name as institution, o.address, o.contact_phone as "contactPhone",
          o.district_code as "districtNow", v.district_code as "districtCode", v.organisation_id as "organisationId", g.name as organisation,
          v.kind, v.status, v.planned_on::text as "plannedOn", v.visitor_id as "visitorId",
          coalesce(nullif(v.visitor_name, ''), a.display_name, '') as visitor, v.purpose, v.is_announced as "isAnnounced",
          v.follows_id as "followsId", p.visited_on::text as "followsOn", v.visited_on::text as "visitedOn", v.summary,
          v.met_with as "metWith", v.reason
        from guidance_visit v join organisation o on o.id = v.institution_id join organisation g on g.id = v.organisation_id
        left join account a on a.id = v.recorded_by left join guidance_visit p on p.id = v.follows_id
        where v.id = ${visitId} and ${scope}`)
    : [];
  if (!head) throw new NotFound();
  return head;
}

/** Everything about one visit: the plan, what was seen, what is to be mended, and what happened since. */
export async function getVisit(actor: UserActor, visitId: string, now: Date) {
  const head = await findHead(actor, visitId);
  const today = beijingDate(now);
  const [record, findings, photos, followUps] = await Promise.all([
    readRecord(visitId),
    listFindingsOf(sql`f.visit_id = ${visitId}`, today),
    db.execute<{ id: string; findingId: string | null }>(sql`
      select id, finding_id as "findingId" from guidance_photo where visit_id = ${visitId} and answer_id is null order by id`),
    db.execute<{ id: string; status: VisitStatus; plannedOn: string; visitedOn: string | null }>(sql`
      select v.id, v.status, v.planned_on::text as "plannedOn", v.visited_on::text as "visitedOn" from guidance_visit v
      join organisation o on o.id = v.institution_id
      where v.follows_id = ${visitId} and v.status <> 'cancelled' and ${visitScope(actor)} order by v.planned_on, v.id`),
  ]);
  const mayAct = can(actor, 'visit.manage', { districtCode: head.districtNow }) && mayActOnVisit(actor.organisation, head);
  return {
    visit: { ...head, isLate: isPlanOverdue(head, today) },
    ...record,
    findings,
    photos: [...photos],
    followUps: [...followUps],
    trace: await readTrace([visitId, ...findings.map(({ id }) => id)]),
    mayAct,
    isOwn: head.organisationId === actor.organisation?.id,
    mayVisit: can(actor, 'visit.manage', { districtCode: head.districtNow }),
    today,
  };
}

/** What was marked, under the sections of the version that it was recorded by; lines without a mark are left empty. */
async function readRecord(visitId: string) {
  const [row] = await db
    .select({ results: guidanceVisit.results, version: guidanceChecklist.version, items: guidanceChecklist.items })
    .from(guidanceVisit)
    .leftJoin(guidanceChecklist, eq(guidanceChecklist.id, guidanceVisit.checklistId))
    .where(eq(guidanceVisit.id, visitId));
  const marked = new Map<string, ItemResult>((row?.results ?? []).map((result) => [result.code, result]));
  const lines = (row?.items ?? []).map((item) => ({
    ...item,
    mark: marked.get(item.code)?.mark ?? null,
    note: marked.get(item.code)?.note ?? '',
  }));
  const recorded = marked.size > 0;
  return { checklistVersion: recorded ? (row?.version ?? null) : null, sections: recorded ? sectionsOf(lines) : [] };
}

/** Findings with the newest answer of each, what is due first. */
export async function listFindingsOf(where: SQL, today: string): Promise<VisitFinding[]> {
  const rows = await db.execute<VisitFinding>(sql`
    select f.id, f.item_code as "itemCode", f.weight, f.statement, f.mend_by_on::text as "mendByOn", f.status,
      (f.status = 'open' and f.mend_by_on < ${today}::date) as "isOverdue", a.statement as answer,
      (a.answered_at at time zone 'Asia/Shanghai')::date::text as "answeredOn"
    from guidance_finding f left join lateral (select x.statement, x.answered_at from finding_answer x where x.finding_id = f.id
      order by x.answered_at desc, x.id desc limit 1) a on true
    where ${where} order by f.status in ('mended', 'withdrawn'), f.mend_by_on, f.id limit 200`);
  return [...rows];
}
