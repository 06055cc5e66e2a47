import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { addDays, beijingDate } from '../shared/period';
import { settingNow } from '../shared/settings.server';
import type { DueFilter } from './visit/inputs';
import { all, containing, visitableScope } from './visit-scope.server';

export interface DueRow extends Record<string, unknown> {
  id: string;
  name: string;
  districtCode: string;
  address: string | null;
  /** Null where nobody has been. */
  lastVisitedOn: string | null;
  filedOn: string | null;
  waiting: number;
}

/**
 * Institutions of the area, in filing, that nobody has visited for the set number of days and that no plan is for: those
 * that were never visited first, then the longest ago. @throws Forbidden for other roles
 */
export async function listDueVisits(actor: UserActor, filter: DueFilter, now: Date, page: { limit: number; offset: number }) {
  const days = await settingNow('visit_interval_days');
  const since = addDays(beijingDate(now), -days);
  const where = all([
    visitableScope(actor),
    sql`o.status = 'approved' and o.filing_status in ('filed', 'changed_pending', 'licensed')`,
    sql`not exists (select 1 from institution_file i where i.organisation_id = o.id and i.closed_on is not null)`,
    sql`(last.visited_on is null or last.visited_on < ${since}::date)`,
    sql`not exists (select 1 from guidance_visit p where p.institution_id = o.id and p.status = 'planned')`,
    filter.q ? sql`o.name ilike ${containing(filter.q)}` : undefined,
    filter.district ? sql`o.district_code = ${filter.district}` : undefined,
  ]);
  const source = sql`from organisation o left join lateral (select max(v.visited_on) as visited_on from guidance_visit v
    where v.institution_id = o.id and v.status in ('recorded', 'closed')) last on true where ${where}`;
  const [rows, [counted]] = await Promise.all([
    db.execute<DueRow>(sql`
      select o.id, o.name, o.district_code as "districtCode", o.address, last.visited_on::text as "lastVisitedOn",
        o.filed_on::text as "filedOn", (select count(*)::int from guidance_finding f where f.institution_id = o.id
          and f.status in ('open', 'answered')) as waiting
      ${source} order by last.visited_on nulls first, o.filed_on nulls last, o.id limit ${page.limit} offset ${page.offset}`),
    db.execute<{ n: number }>(sql`select count(*)::int as n ${source}`),
  ]);
  return { rows: [...rows], total: counted?.n ?? 0, days };
}

/** Institutions of the area by name, for a new plan. */
export async function findVisitables(
  actor: UserActor,
  q: string,
  limit = 20,
): Promise<{ id: string; name: string; districtCode: string }[]> {
  const where = all([visitableScope(actor), sql`o.status = 'approved'`, q ? sql`o.name ilike ${containing(q)}` : undefined]);
  const rows = await db.execute<{ id: string; name: string; districtCode: string }>(sql`
    select o.id, o.name, o.district_code as "districtCode" from organisation o where ${where}
    order by o.name collate "zh-x-icu", o.id limit ${limit}`);
  return [...rows];
}
