import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import { can } from '../shared/policy';
import { Forbidden } from '../shared/refusals';
import type { VisitKind, VisitStatus } from './visit';
import { listFindingsOf, type VisitFinding } from './visit-page.server';

export interface InstitutionVisit extends Record<string, unknown> {
  id: string;
  organisation: string;
  visitor: string;
  kind: VisitKind;
  status: VisitStatus;
  plannedOn: string;
  visitedOn: string | null;
  summary: string;
  findings: number;
  waiting: number;
}

export interface VisitsOfInstitution {
  visits: InstitutionVisit[];
  /** What it has to mend or has answered, and what was settled last. */
  findings: VisitFinding[];
}

/** Plans only where the institution was told of them. */
async function read(institutionId: string, today: string, { announcedOnly }: { announcedOnly: boolean }): Promise<VisitsOfInstitution> {
  const known = announcedOnly ? sql`(v.status not in ('planned', 'cancelled') or v.is_announced)` : sql`true`;
  const [visits, findings] = await Promise.all([
    db.execute<InstitutionVisit>(sql`
      select v.id, g.name as organisation, coalesce(nullif(v.visitor_name, ''), a.display_name, '') as visitor, v.kind, v.status,
        v.planned_on::text as "plannedOn", v.visited_on::text as "visitedOn", v.summary, coalesce(f.findings, 0) as findings,
        coalesce(f.waiting, 0) as waiting
      from guidance_visit v join organisation g on g.id = v.organisation_id left join account a on a.id = v.recorded_by
      left join lateral (select count(*)::int as findings, count(*) filter (where x.status in ('open', 'answered'))::int as waiting
        from guidance_finding x where x.visit_id = v.id) f on true
      where v.institution_id = ${institutionId} and v.status <> 'cancelled' and ${known}
      order by coalesce(v.visited_on, v.planned_on) desc, v.id desc limit 50`),
    listFindingsOf(sql`f.institution_id = ${institutionId}`, today),
  ]);
  return { visits: [...visits], findings };
}

/** Visits to the actor's own institution, and what it has to mend. @throws Forbidden for other roles */
export async function listOwnVisits(actor: UserActor, now: Date): Promise<VisitsOfInstitution> {
  if (actor.role !== 'institution_admin' || !actor.organisation) throw new Forbidden();
  return read(actor.organisation.id, beijingDate(now), { announcedOnly: true });
}

/** The same on an institution's file, for officers of its district: the history stays with it when it moves. @throws Forbidden elsewhere */
export async function listVisitsOfInstitution(
  actor: UserActor,
  institution: { id: string; districtCode: string | null },
  now: Date,
): Promise<VisitsOfInstitution> {
  if (!can(actor, 'visit.read', { districtCode: institution.districtCode })) throw new Forbidden();
  return read(institution.id, beijingDate(now), { announcedOnly: false });
}
