import { sql } from 'drizzle-orm';
import { type Context, operation } from '../../shared/operation.server';

interface Linked extends Record<string, unknown> {
  id: string;
  personId: string;
  engagementId: string;
}

/**
 * Students who became staff of the same institution on another page (its roster, an import, another system): the placement
 * learns which post it led to, and ends where the post began. @returns how many
 */
export const linkConversions = (ctx: Context): Promise<number> =>
  operation(ctx, 'placement.taken_on', async (op) => {
    const linked = await op.tx.execute<Linked>(sql`
      with found as (
        select distinct on (p.id) p.id, e.id as engagement_id, e.start_on from placement p
        join engagement e on e.person_id = p.person_id and e.institution_id = p.institution_id and not e.is_intern
          and e.start_on > p.from_on and e.end_on is distinct from e.start_on
        where p.converted_engagement_id is null and p.status in ('accepted', 'finished') order by p.id, e.start_on, e.id
      ), last as (
        -- Several placements there lead to one post: the latest before it.
        select distinct on (f.engagement_id) f.id, f.engagement_id, f.start_on from found f join placement p on p.id = f.id
        order by f.engagement_id, p.from_on desc, f.id
      )
      update placement p set converted_engagement_id = l.engagement_id,
        ended_on = case when l.start_on <= p.until_on then l.start_on else p.ended_on end
      from last l where p.id = l.id and p.converted_engagement_id is null
        and not exists (select 1 from placement o where o.converted_engagement_id = l.engagement_id)
      returning p.id, p.person_id as "personId", p.converted_engagement_id as "engagementId"`);
    for (const { id, personId, engagementId } of linked)
      await op.record({ subject: { type: 'placement', id }, data: { personId, engagementId } });
    return linked.length === 0 ? op.unchanged(0) : linked.length;
  });
