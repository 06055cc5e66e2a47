import { type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import type { VisitKind, VisitState, VisitStatus } from './visit';
import type { VisitFilter } from './visit/inputs';
import { all, containing, visitingOrganisation, visitScope } from './visit-scope.server';

export interface VisitListRow extends Record<string, unknown> {
  id: string;
  institutionId: string;
  institution: string;
  districtCode: string;
  organisation: string;
  /** Who is to go, or who went. */
  visitor: string;
  kind: VisitKind;
  status: VisitStatus;
  plannedOn: string;
  visitedOn: string | null;
  isLate: boolean;
  isFollowUp: boolean;
  summary: string;
  findings: number;
  waiting: number;
  overdue: number;
}

interface Page {
  limit: number;
  offset: number;
}

const day = (date: string): SQL => sql`${date}::date`;
const when = sql`coalesce(v.visited_on, v.planned_on)`;

const COLUMNS = (today: string): SQL => sql`
  v.id, v.institution_id as "institutionId", o.name as institution, v.district_code as "districtCode", g.name as organisation,
  v.kind, v.status, v.planned_on::text as "plannedOn", v.visited_on::text as "visitedOn", v.summary,
  coalesce(nullif(v.visitor_name, ''), a.display_name, '') as visitor, v.follows_id is not null as "isFollowUp",
  (v.status = 'planned' and v.planned_on < ${day(today)}) as "isLate",
  coalesce(f.findings, 0) as findings, coalesce(f.waiting, 0) as waiting, coalesce(f.overdue, 0) as overdue`;

const FROM = (today: string): SQL => sql`
  from guidance_visit v join organisation o on o.id = v.institution_id join organisation g on g.id = v.organisation_id
  left join account a on a.id = v.recorded_by
  left join lateral (select count(*)::int as findings, count(*) filter (where x.status in ('open', 'answered'))::int as waiting,
      count(*) filter (where x.status = 'open' and x.mend_by_on < ${day(today)})::int as overdue
    from guidance_finding x where x.visit_id = v.id) f on true`;

const inState = (state: VisitState, today: string): SQL | undefined => {
  if (state === 'all') return undefined;
  if (state === 'current') return sql`v.status in ('planned', 'recorded')`;
  if (state === 'late') return sql`v.status = 'planned' and v.planned_on < ${day(today)}`;
  return sql`v.status = ${state}`;
};

/** Everything that the address asks for, its state apart. */
const asked = (actor: UserActor, filter: VisitFilter): SQL =>
  all([
    sql`(${visitScope(actor)})`,
    filter.q ? sql`o.name ilike ${containing(filter.q)}` : undefined,
    filter.district ? sql`v.district_code = ${filter.district}` : undefined,
    filter.organisation ? sql`v.organisation_id = ${filter.organisation}` : undefined,
    filter.institution ? sql`v.institution_id = ${filter.institution}` : undefined,
    filter.mine ? sql`(v.visitor_id = ${actor.accountId} or v.recorded_by = ${actor.accountId})` : undefined,
    filter.from ? sql`${when} >= ${day(filter.from)}` : undefined,
    filter.until ? sql`${when} <= ${day(filter.until)}` : undefined,
  ]);

const orderOf = (state: VisitState): SQL =>
  state === 'current' || state === 'planned' || state === 'late'
    ? sql`v.status = 'recorded', v.planned_on, v.id`
    : sql`${when} desc, v.id desc`;

/** Who visits or visited whom, and when: plans the nearest first, visits the newest first. @throws Forbidden for other roles */
export async function listVisits(actor: UserActor, filter: VisitFilter, now: Date, { limit, offset }: Page) {
  visitingOrganisation(actor);
  const today = beijingDate(now);
  const where = all([asked(actor, filter), inState(filter.state, today)]);
  const [rows, [counted]] = await Promise.all([
    db.execute<VisitListRow>(
      sql`select ${COLUMNS(today)} ${FROM(today)} where ${where} order by ${orderOf(filter.state)} limit ${limit} offset ${offset}`,
    ),
    db.execute<{ n: number }>(
      sql`select count(*)::int as n from guidance_visit v join organisation o on o.id = v.institution_id where ${where}`,
    ),
  ]);
  return { rows: [...rows], total: counted?.n ?? 0 };
}

/** How many there are in each state under the same conditions otherwise. */
export async function countVisits(actor: UserActor, filter: VisitFilter, now: Date): Promise<Record<VisitState, number>> {
  visitingOrganisation(actor);
  const today = beijingDate(now);
  const n = (state: VisitState) => sql`count(*) filter (where ${inState(state, today) ?? sql`true`})::int as ${sql.raw(`"${state}"`)}`;
  const states = (['current', 'planned', 'late', 'recorded', 'closed', 'cancelled', 'all'] as const).map(n);
  const [row] = await db.execute<Record<VisitState, number>>(sql`
    select ${sql.join(states, sql`, `)} from guidance_visit v join organisation o on o.id = v.institution_id where ${asked(actor, filter)}`);
  return row ?? { current: 0, planned: 0, late: 0, recorded: 0, closed: 0, cancelled: 0, all: 0 };
}

/** Commissions and centres that have visited in the actor's area, for the filter. */
export async function listVisitingOrganisations(actor: UserActor): Promise<{ id: string; name: string }[]> {
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select g.id, g.name from organisation g where g.id in (select v.organisation_id from guidance_visit v
      join organisation o on o.id = v.institution_id where ${visitScope(actor)}) order by g.name collate "zh-x-icu"`);
  return [...rows];
}

/** Accounts of the actor's organisation that a visit may be given to. @throws Forbidden for other roles */
export async function listVisitors(actor: UserActor): Promise<{ id: string; name: string }[]> {
  const { id } = visitingOrganisation(actor);
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select distinct a.id, a.display_name as name from account a join membership m on m.account_id = a.id
    where m.organisation_id = ${id} and m.ended_at is null and a.status = 'active' order by name`);
  return [...rows];
}
