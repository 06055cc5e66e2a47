import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { rosterConfirmation } from '#db/schema';
import type { EngagementRole } from './person';

export interface RosterEntry extends Record<string, unknown> {
  engagementId: string;
  personId: string;
  name: string;
  role: EngagementRole;
  startOn: string;
  isOff: boolean;
  isFullTime: boolean;
  isIntern: boolean;
}

/** The entries of an institution that stand today, and a check value over everything a confirmation speaks of. */
export async function presentRoster(tx: Tx, institutionId: string, today: string): Promise<{ entries: RosterEntry[]; sha256: string }> {
  const entries = await tx.execute<RosterEntry>(sql`
    select e.id as "engagementId", p.id as "personId", p.name, e.role, e.start_on::text as "startOn", e.is_full_time as "isFullTime",
      e.is_intern as "isIntern", exists (select 1 from off_post o where o.engagement_id = e.id and o.from_on <= ${today}
        and (o.until_on is null or o.until_on > ${today})) as "isOff"
    from engagement e join person p on p.id = e.person_id
    where e.institution_id = ${institutionId} and e.start_on <= ${today} and (e.end_on is null or e.end_on > ${today})
    order by e.id`);
  const lines = entries.map((e) => [e.engagementId, e.personId, e.role, e.startOn, e.isOff, e.isFullTime, e.isIntern].join('|'));
  return { entries: [...entries], sha256: createHash('sha256').update(lines.join('\n')).digest('hex') };
}

/** Confirmations of one institution, the latest first. */
export const listConfirmations = (institutionId: string, limit: number) =>
  db
    .select({
      id: rosterConfirmation.id,
      confirmedOn: rosterConfirmation.confirmedOn,
      confirmedAt: rosterConfirmation.confirmedAt,
      staff: rosterConfirmation.staff,
      sha256: rosterConfirmation.sha256,
    })
    .from(rosterConfirmation)
    .where(eq(rosterConfirmation.institutionId, institutionId))
    .orderBy(sql`${rosterConfirmation.confirmedAt} desc`)
    .limit(limit);
