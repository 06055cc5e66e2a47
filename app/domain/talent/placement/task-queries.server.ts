import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../../shared/actor';
import { beijingDate } from '../../shared/period';
import { hasLine } from '../../shared/policy';
import type { MentorSide } from '../placement';
import { listPlacements } from './list-queries.server';
import { listWeeksToCheck } from './page-queries.server';

/** What waits for a side: students without an answer (the institution's), and weeks of logs that are over and not looked at. */
export async function countPlacementTasks(actor: UserActor, side: MentorSide, now: Date): Promise<{ proposed: number; weeks: number }> {
  const isSide = side === 'institution' ? actor.role === 'institution_admin' : actor.organisation?.kind === 'college';
  if (!isSide || !hasLine(actor, 'placement.check')) return { proposed: 0, weeks: 0 };
  const [waiting, weeks] = await Promise.all([
    side === 'institution' ? listPlacements(actor, { q: '', shown: 'proposed' }, now, { limit: 1, offset: 0 }) : { total: 0 },
    listWeeksToCheck(actor, side, now),
  ]);
  return { proposed: waiting.total, weeks: weeks.length };
}

/** Her running placement whose log has no entry of today yet. */
export async function findLogToWrite(personId: string, now: Date): Promise<{ placementId: string; institutionName: string } | null> {
  const today = beijingDate(now);
  const [found] = await db.execute<{ placementId: string; institutionName: string }>(sql`
    select p.id as "placementId", o.name as "institutionName" from placement p join organisation o on o.id = p.institution_id
    where p.person_id = ${personId} and p.status = 'accepted' and p.from_on <= ${today}::date and least(p.until_on + 1, p.ended_on) > ${today}::date
      and not exists (select 1 from placement_log l where l.placement_id = p.id and l.day = ${today}::date)
    order by p.from_on desc limit 1`);
  return found ?? null;
}
