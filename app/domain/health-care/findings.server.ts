import { type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import type { FindingState, FindingStatus, FindingWeight } from './visit';
import type { FindingFilter } from './visit/inputs';
import { all, containing, visitScope } from './visit-scope.server';

export interface FindingListRow extends Record<string, unknown> {
  id: string;
  visitId: string;
  institutionId: string;
  institution: string;
  districtCode: string;
  organisation: string;
  visitedOn: string;
  itemCode: string | null;
  weight: FindingWeight;
  statement: string;
  mendByOn: string;
  status: FindingStatus;
  isOverdue: boolean;
  answers: number;
  answeredOn: string | null;
}

interface Page {
  limit: number;
  offset: number;
}

const SOURCE = sql`from guidance_finding f join guidance_visit v on v.id = f.visit_id
  join organisation o on o.id = f.institution_id join organisation g on g.id = v.organisation_id`;

const COLUMNS = (today: string): SQL => sql`
  f.id, f.visit_id as "visitId", f.institution_id as "institutionId", o.name as institution, v.district_code as "districtCode",
  g.name as organisation, v.visited_on::text as "visitedOn", f.item_code as "itemCode", f.weight, f.statement,
  f.mend_by_on::text as "mendByOn", f.status, (f.status = 'open' and f.mend_by_on < ${today}::date) as "isOverdue",
  (select count(*)::int from finding_answer a where a.finding_id = f.id) as answers,
  (select max((a.answered_at at time zone 'Asia/Shanghai')::date)::text from finding_answer a where a.finding_id = f.id) as "answeredOn"`;

const inState = (state: FindingState, today: string): SQL | undefined => {
  if (state === 'all') return undefined;
  if (state === 'waiting') return sql`f.status in ('open', 'answered')`;
  if (state === 'overdue') return sql`f.status = 'open' and f.mend_by_on < ${today}::date`;
  return sql`f.status = ${state}`;
};

const asked = (actor: UserActor, filter: FindingFilter): SQL =>
  all([
    sql`(${visitScope(actor)})`,
    filter.q ? sql`(o.name ilike ${containing(filter.q)} or f.statement ilike ${containing(filter.q)})` : undefined,
    filter.district ? sql`v.district_code = ${filter.district}` : undefined,
    filter.organisation ? sql`v.organisation_id = ${filter.organisation}` : undefined,
    filter.institution ? sql`f.institution_id = ${filter.institution}` : undefined,
    filter.weight ? sql`f.weight = ${filter.weight}` : undefined,
  ]);

/** What is to be mended: what is longest due first; what is settled, the newest first. @throws Forbidden for other roles */
export async function listFindings(actor: UserActor, filter: FindingFilter, now: Date, { limit, offset }: Page) {
  const today = beijingDate(now);
  const where = all([asked(actor, filter), inState(filter.state, today)]);
  const settled = filter.state === 'mended' || filter.state === 'withdrawn' || filter.state === 'all';
  const order = settled ? sql`f.mend_by_on desc, f.id desc` : sql`f.mend_by_on, f.weight = 'minor', f.id`;
  const [rows, [counted]] = await Promise.all([
    db.execute<FindingListRow>(sql`select ${COLUMNS(today)} ${SOURCE} where ${where} order by ${order} limit ${limit} offset ${offset}`),
    db.execute<{ n: number }>(sql`select count(*)::int as n ${SOURCE} where ${where}`),
  ]);
  return { rows: [...rows], total: counted?.n ?? 0 };
}

/** How many there are in each state under the same conditions otherwise. */
export async function countFindings(actor: UserActor, filter: FindingFilter, now: Date): Promise<Record<FindingState, number>> {
  const today = beijingDate(now);
  const n = (state: FindingState) => sql`count(*) filter (where ${inState(state, today) ?? sql`true`})::int as ${sql.raw(`"${state}"`)}`;
  const states = (['waiting', 'overdue', 'open', 'answered', 'mended', 'withdrawn', 'all'] as const).map(n);
  const [row] = await db.execute<Record<FindingState, number>>(
    sql`select ${sql.join(states, sql`, `)} ${SOURCE} where ${asked(actor, filter)}`,
  );
  return row ?? { waiting: 0, overdue: 0, open: 0, answered: 0, mended: 0, withdrawn: 0, all: 0 };
}
