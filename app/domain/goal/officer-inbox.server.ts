import { type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { addWorkingDays, beijingDate } from '../shared/period';

export const WAITING_KINDS = [
  'course',
  'closing',
  'organisation',
  'claim',
  'institution_change',
  'post_claim',
  'dispute',
  'double_roster',
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

export interface WaitingItem {
  kind: WaitingKind;
  /** Of the course, the class, the organisation or the claim. */
  id: string;
  title: string;
  from: string;
  districtCode: string | null;
  supplementary: boolean;
  arrivedOn: string;
  /** Last day for a decision in time. */
  dueOn: string;
  overdue: boolean;
}

/** Working days for what has no date of its own: applications, claims, disputes and double entries. */
const DAYS_TO_DECIDE = 5;
/** More would not be an inbox; the counts by district stay right up to here. */
const LIMIT = 1_000;

const waiting: SQL = sql`
  select 'course' as kind, c.id, c.title, o.name as "from", o.district_code as "districtCode", false as supplementary,
    c.submitted_at as at, c.decision_due_on::text as due
  from course c join organisation o on o.id = c.provider_id where c.status = 'submitted'
  union all
  select 'closing', k.id, u.title || ' · ' || k.code, o.name, k.district_code, g.kind = 'supplementary', g.submitted_at, g.decision_due_on::text
  from closing g join training_class k on k.id = g.class_id join course u on u.id = k.course_id join organisation o on o.id = k.provider_id
  where g.status = 'submitted'
  union all
  select 'organisation', o.id, o.name, o.name, o.district_code, false, o.created_at, null from organisation o where o.status = 'applied'
  union all
  select 'claim', a.id, h.name, coalesce(i.name, ''), i.district_code, false, a.created_at, null
  from account_claim a join person h on h.id = a.person_id
  left join lateral (
    select o.name, o.district_code from engagement e join organisation o on o.id = e.institution_id
    where e.person_id = h.id and e.end_on is null order by e.start_on desc limit 1
  ) i on true
  where a.status = 'pending'
  union all
  select 'institution_change', o.id, o.name, o.name, o.district_code, false, c.submitted_at, c.decision_due_on::text
  from institution_change c join organisation o on o.id = c.institution_id where c.status = 'submitted'
  union all
  select 'post_claim', c.id, p.name, o.name, o.district_code, false, c.created_at, null
  from post_claim c join person p on p.id = c.person_id join organisation o on o.id = c.institution_id where c.status = 'escalated'
  union all
  select 'dispute', d.id, p.name, o.name, o.district_code, false, d.escalated_at, null
  from engagement_dispute d join person p on p.id = d.person_id join organisation o on o.id = d.institution_id where d.status = 'escalated'
  union all
  -- in the inbox of each of the two districts
  select distinct 'double_roster', d.id, p.name, x.name || ' / ' || y.name, z.code, false, d.raised_at, null
  from double_roster d join person p on p.id = d.person_id
  join engagement a on a.id = d.first_engagement_id join organisation x on x.id = a.institution_id
  join engagement b on b.id = d.second_engagement_id join organisation y on y.id = b.institution_id
  cross join lateral (values (x.district_code), (y.district_code)) as z (code)
  where d.decided_at is null and d.settled_at is null`;

type Row = Omit<WaitingItem, 'arrivedOn' | 'dueOn' | 'overdue'> & { at_ms: number; due: string | null };

/**
 * What waits for an officer, the most urgent first: her district's, or for the city what no district decides.
 * A city officer also sees how much waits in each district.
 */
export async function listWaiting(actor: UserActor, now: Date) {
  const own = actor.organisation?.districtCode ?? null;
  const city = actor.role === 'city_officer';
  const rows = await db.execute<Row>(sql`
    select w.kind, w.id, w.title, w."from", w."districtCode", w.supplementary, (extract(epoch from w.at) * 1000)::float8 as at_ms, w.due
    from (${waiting}) w where ${city ? sql`true` : sql`w."districtCode" = ${own ?? ''}`}
    order by w.at, w.id limit ${LIMIT}`);
  const today = beijingDate(now);
  const items = rows.map(({ at_ms, due, ...row }): WaitingItem => {
    const arrivedOn = beijingDate(new Date(at_ms));
    const dueOn = due ?? addWorkingDays(arrivedOn, DAYS_TO_DECIDE);
    return { ...row, arrivedOn, dueOn, overdue: dueOn < today };
  });
  const mine = items.filter((item) => (city ? item.districtCode === null : true)).sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  return { items: mine, districts: city ? byDistrict(items.filter((item) => item.districtCode !== null)) : [] };
}

function byDistrict(items: readonly WaitingItem[]): { districtCode: string; waiting: number; overdue: number }[] {
  const found = new Map<string, { districtCode: string; waiting: number; overdue: number }>();
  for (const { districtCode, overdue } of items) {
    const code = districtCode ?? '';
    const entry = found.get(code) ?? { districtCode: code, waiting: 0, overdue: 0 };
    found.set(code, { districtCode: code, waiting: entry.waiting + 1, overdue: entry.overdue + (overdue ? 1 : 0) });
  }
  return [...found.values()].sort((a, b) => b.overdue - a.overdue || b.waiting - a.waiting || a.districtCode.localeCompare(b.districtCode));
}
