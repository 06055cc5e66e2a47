import { type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { findOrganisation } from '../organisation/find-organisation.server';
import type { UserActor } from '../shared/actor';
import { addDays, beijingDate } from '../shared/period';
import { hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { settingOf } from '../shared/settings.server';
import { type Freshness, freshnessOf } from './roster';
import { containing } from './staff-queries.server';

export interface RosterFilter {
  district: string;
  q: string;
  freshness?: Freshness;
}

export interface RosterRow extends Record<string, unknown> {
  id: string;
  name: string;
  districtCode: string | null;
  filingStatus: string | null;
  confirmedOn: string | null;
  staff: number;
  caregivers: number;
  off: number;
  healthAlerts: number;
  disputes: number;
}

/** The district that the actor is held to; null for the city. @throws Forbidden for roles without a line */
export function districtOf(actor: UserActor): string | null {
  if (!hasLine(actor, 'double_roster.decide')) throw new Forbidden();
  return actor.organisation?.districtCode ?? null;
}

const FILED = sql`o.kind = 'institution' and o.status = 'approved' and o.filing_status in ('filed', 'changed_pending', 'licensed')`;

const freshnessIs = (freshness: Freshness, today: string, days: number): SQL => {
  if (freshness === 'never') return sql`c.confirmed_on is null`;
  if (freshness === 'stale') return sql`c.confirmed_on < ${addDays(today, -days)}`;
  const soon = addDays(today, 2 - days);
  return freshness === 'soon' ? sql`c.confirmed_on between ${addDays(today, -days)} and ${soon}` : sql`c.confirmed_on > ${soon}`;
};

const rosterScope = (actor: UserActor, { district, q, freshness }: RosterFilter, today: string, days: number): SQL => {
  const own = districtOf(actor) ?? district;
  return sql`${FILED} and ${own ? sql`o.district_code = ${own}` : sql`true`} and ${q ? sql`o.name ilike ${containing(q)}` : sql`true`}
    and ${freshness ? freshnessIs(freshness, today, days) : sql`true`}`;
};

const CONFIRMED = (today: string) => sql`left join lateral (select max(confirmed_on) as confirmed_on from roster_confirmation
  where institution_id = o.id and confirmed_on <= ${today}) c on true`;

/** Filed institutions of the actor's area: how old their word is, how many people, what is due. The oldest word first. */
export async function listRosters(actor: UserActor, filter: RosterFilter, now: Date, page: { limit: number; offset: number }) {
  const today = beijingDate(now);
  const days = await settingOf(db, 'roster_confirm_days');
  const where = rosterScope(actor, filter, today, days);
  const rows = await db.execute<RosterRow>(sql`
    select o.id, o.name, o.district_code::text as "districtCode", o.filing_status as "filingStatus", c.confirmed_on::text as "confirmedOn",
      s.staff, s.caregivers, s.off, s."healthAlerts", s.disputes
    from organisation o ${CONFIRMED(today)}
    left join lateral (
      select count(distinct e.person_id)::int as staff, count(distinct e.person_id) filter (where e.role = 'caregiver' and not e.is_intern)::int as caregivers,
        count(distinct e.person_id) filter (where exists (select 1 from off_post f where f.engagement_id = e.id and f.from_on <= ${today}
          and (f.until_on is null or f.until_on > ${today})))::int as off,
        count(distinct e.person_id) filter (where p.health_cert_valid_until is null or p.health_cert_valid_until < ${today})::int as "healthAlerts",
        count(*) filter (where exists (select 1 from engagement_dispute d where d.engagement_id = e.id
          and d.status in ('open', 'escalated')))::int as disputes
      from engagement e join person p on p.id = e.person_id
      where e.institution_id = o.id and e.start_on <= ${today} and (e.end_on is null or e.end_on > ${today})
    ) s on true
    where ${where} order by c.confirmed_on nulls first, o.district_code, o.name collate "zh-x-icu" limit ${page.limit} offset ${page.offset}`);
  const [all] = await db.execute<{ n: number }>(sql`select count(*)::int as n from organisation o ${CONFIRMED(today)} where ${where}`);
  return { rows: rows.map((row) => ({ ...row, ...freshnessOf(row.confirmedOn, today, days) })), total: all?.n ?? 0, days };
}

/** How many of the area's filed institutions stand by their rosters today. */
export async function countRosters(actor: UserActor, now: Date): Promise<{ institutions: number; fresh: number }> {
  const today = beijingDate(now);
  const days = await settingOf(db, 'roster_confirm_days');
  const own = districtOf(actor);
  const [row] = await db.execute<{ institutions: number; fresh: number }>(sql`
    select count(*)::int as institutions, count(*) filter (where c.confirmed_on >= ${addDays(today, -days)})::int as fresh
    from organisation o ${CONFIRMED(today)} where ${FILED} and ${own === null ? sql`true` : sql`o.district_code = ${own}`}`);
  return row ?? { institutions: 0, fresh: 0 };
}

/** An institution whose roster the actor may open. @throws NotFound outside her area and for what is no institution */
export async function getRosterInstitution(actor: UserActor, institutionId: string) {
  const found = await findOrganisation(db, actor, institutionId, { action: 'roster.read' });
  if (found.kind !== 'institution') throw new NotFound();
  return found;
}
