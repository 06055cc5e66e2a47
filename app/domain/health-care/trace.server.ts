import { sql } from 'drizzle-orm';
import { db } from '#db/client';

export interface TraceEntry {
  id: string;
  name: string;
  at: string;
  by: string | null;
  organisation: string | null;
  reason: string | null;
  before: string | null;
  after: string | null;
  statement: string | null;
}

type Raw = Omit<TraceEntry, 'at'> & { ms: number } & Record<string, unknown>;

/** What happened to a visit and its findings, oldest first: who did it, the reason, and days that changed. */
export async function readTrace(subjectIds: readonly string[]): Promise<TraceEntry[]> {
  const rows = await db.execute<Raw>(sql`
    select e.id, e.name, (extract(epoch from e.at) * 1000)::float8 as ms, coalesce(a.display_name, c.name) as by,
      o.name as organisation, e.data->>'reason' as reason, e.data->>'before' as before, e.data->>'after' as after, f.statement
    from event e left join account a on e.actor_kind = 'user' and a.id::text = e.actor
    left join api_client c on e.actor_kind = 'api' and c.id::text = e.actor
    left join organisation o on o.id = e.organisation_id
    left join guidance_finding f on e.subject_type = 'finding' and f.id::text = e.subject_id
    where e.subject_type in ('visit', 'finding') and e.subject_id in (select jsonb_array_elements_text(${JSON.stringify(subjectIds)}::jsonb))
    order by e.at, e.seq limit 500`);
  return [...rows].map(({ id, name, ms, by, organisation, reason, before, after, statement }) => ({
    ...{ id, name, by, organisation, reason, before, after, statement },
    at: new Date(ms).toISOString(),
  }));
}
