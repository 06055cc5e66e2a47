import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { groupBy } from '../shared/group-by';
import { isId } from '../shared/id';
import { beijingDate } from '../shared/period';
import { can } from '../shared/policy';
import { NotFound } from '../shared/refusals';
import { readTrace } from './trace.server';
import { type ChecklistItem, type FindingStatus, type FindingWeight, isFindingOverdue, mayActOnVisit } from './visit';
import { visitScope } from './visit-scope.server';

interface Head extends Record<string, unknown> {
  id: string;
  visitId: string;
  institutionId: string;
  institution: string;
  districtNow: string | null;
  organisationId: string;
  organisation: string;
  visitedOn: string;
  item: ChecklistItem | null;
  weight: FindingWeight;
  statement: string;
  mendByOn: string;
  status: FindingStatus;
  decision: string | null;
}

interface Answer extends Record<string, unknown> {
  id: string;
  statement: string;
  answeredMs: number;
  returnReason: string | null;
}

/**
 * One finding with everything that was answered, for the institution and for those who visited it.
 * @throws Forbidden for other roles, NotFound elsewhere
 */
export async function getFinding(actor: UserActor, findingId: string, now: Date) {
  const scope = visitScope(actor);
  const [finding] = isId(findingId)
    ? await db.execute<Head>(sql`
        select f.id, f.visit_id as "visitId", f.institution_id as "institutionId", o.name as institution, o.district_code as "districtNow",
          v.organisation_id as "organisationId", g.name as organisation, v.visited_on::text as "visitedOn", f.weight, f.statement,
          f.mend_by_on::text as "mendByOn", f.status, f.decision,
          (select i from guidance_checklist l, jsonb_array_elements(l.items) i where l.id = v.checklist_id and i->>'code' = f.item_code) as item
        from guidance_finding f join guidance_visit v on v.id = f.visit_id join organisation o on o.id = f.institution_id
        join organisation g on g.id = v.organisation_id where f.id = ${findingId} and ${scope}`)
    : [];
  if (!finding) throw new NotFound();
  const [answers, photos, trace] = await Promise.all([
    db.execute<Answer>(sql`
      select id, statement, (extract(epoch from answered_at) * 1000)::float8 as "answeredMs", return_reason as "returnReason"
      from finding_answer where finding_id = ${findingId} order by answered_at desc, id desc`),
    db.execute<{ id: string; answerId: string | null }>(
      sql`select id, answer_id as "answerId" from guidance_photo where finding_id = ${findingId} order by id`,
    ),
    readTrace([findingId]),
  ]);
  const shown = groupBy([...photos], ({ answerId }) => answerId);
  const idsOf = (answerId: string | null) => (shown.get(answerId) ?? []).map(({ id }) => id);
  const today = beijingDate(now);
  return {
    finding: { ...finding, isOverdue: isFindingOverdue(finding, today) },
    photos: idsOf(null),
    answers: [...answers].map(({ answeredMs, ...answer }) => ({
      ...answer,
      answeredAt: new Date(answeredMs).toISOString(),
      photos: idsOf(answer.id),
    })),
    trace,
    mayDecide: can(actor, 'finding.decide', { districtCode: finding.districtNow }) && mayActOnVisit(actor.organisation, finding),
    today,
  };
}
