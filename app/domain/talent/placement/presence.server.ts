import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import type { EngagementRole } from '../../person/person';
import { groupBy } from '../../shared/group-by';
import type { Period } from '../../shared/period';
import { settingOf } from '../../shared/settings.server';
import type { Presence, ShareLimits } from './shares';

interface InstitutionPresence {
  staff: Presence[];
  interns: Presence[];
}

interface Row extends Record<string, unknown> {
  institutionId: string;
  personId: string;
  role: EngagementRole;
  startOn: string;
  endOn: string | null;
  isIntern: boolean;
  off: Period[];
}

const uuids = (ids: readonly string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`;

/** Whoever is at these institutions from a day on: staff with their leave, interns by their placements and by the roster. */
export async function presenceFrom(tx: Tx, institutionIds: readonly string[], from: string): Promise<Map<string, InstitutionPresence>> {
  if (institutionIds.length === 0) return new Map();
  const rows = await tx.execute<Row>(sql`
    select e.institution_id as "institutionId", e.person_id as "personId", e.role, e.start_on::text as "startOn", e.end_on::text as "endOn",
      e.is_intern as "isIntern", coalesce((select jsonb_agg(jsonb_build_object('startOn', x.from_on, 'endOn', x.until_on) order by x.from_on)
        from off_post x where x.engagement_id = e.id and (x.until_on is null or x.until_on > ${from}::date)), '[]'::jsonb) as off
    from engagement e where e.institution_id = any(${uuids(institutionIds)}) and (e.end_on is null or e.end_on > ${from}::date)
      and e.end_on is distinct from e.start_on
      and not (e.is_intern and exists (select 1 from placement p where p.engagement_id = e.id))
    union all
    select p.institution_id, p.person_id, p.role, p.from_on::text, least(p.until_on + 1, p.ended_on)::text, true, '[]'::jsonb
    from placement p where p.institution_id = any(${uuids(institutionIds)}) and p.status in ('accepted', 'finished', 'broken_off')
      and p.engagement_id is not null and least(p.until_on + 1, p.ended_on) > greatest(p.from_on, ${from}::date)`);
  return new Map(
    [...groupBy([...rows], (row) => row.institutionId)].map(([id, all]) => [
      id,
      { staff: all.filter((row) => !row.isIntern), interns: all.filter((row) => row.isIntern) },
    ]),
  );
}

export const NOBODY: InstitutionPresence = { staff: [], interns: [] };

export async function shareLimits(tx: Tx): Promise<ShareLimits> {
  const [ofStaff, ofPost] = await Promise.all([settingOf(tx, 'placement_staff_percent'), settingOf(tx, 'placement_post_percent')]);
  return { ofStaff, ofPost };
}
