import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';

export interface GuidanceTasks {
  organisationId: string;
  /** Plans whose day has passed, and answers of institutions that wait; of the actor's own organisation. */
  late: number;
  answered: number;
}

/** What waits of the visits of the actor's organisation; nothing for colleges. @throws Forbidden for other roles */
export async function countGuidanceTasks(actor: UserActor, now: Date): Promise<GuidanceTasks> {
  if (!hasLine(actor, 'visit.manage') || !actor.organisation) throw new Forbidden();
  const { id, kind } = actor.organisation;
  const none = { organisationId: id, late: 0, answered: 0 };
  if (actor.role === 'provider_staff' && kind !== 'mch_centre') return none;
  const [row] = await db.execute<{ late: number; answered: number }>(sql`
    select (select count(*)::int from guidance_visit v where v.organisation_id = ${id} and v.status = 'planned'
        and v.planned_on < ${beijingDate(now)}::date) as late,
      (select count(*)::int from guidance_finding f join guidance_visit v on v.id = f.visit_id
        where v.organisation_id = ${id} and f.status = 'answered') as answered`);
  return { ...none, ...row };
}

export interface OwnFindings {
  open: number;
  overdue: number;
  /** Day to mend what is due first. */
  firstDueOn: string | null;
}

/** What the actor's institution has to mend. @throws Forbidden for other roles */
export async function countOwnFindings(actor: UserActor, now: Date): Promise<OwnFindings> {
  if (actor.role !== 'institution_admin' || !actor.organisation) throw new Forbidden();
  const [row] = await db.execute<{ open: number; overdue: number; first: string | null }>(sql`
    select count(*)::int as open, count(*) filter (where mend_by_on < ${beijingDate(now)}::date)::int as overdue, min(mend_by_on)::text as first
    from guidance_finding where institution_id = ${actor.organisation.id} and status = 'open'`);
  return { open: row?.open ?? 0, overdue: row?.overdue ?? 0, firstDueOn: row?.first ?? null };
}
