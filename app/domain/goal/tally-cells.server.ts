import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { METRIC_CATEGORY, METRICS, type Metric } from './goal';

/** One writer of the tally at a time, whatever process it runs in. */
const TALLY_LOCK = 727_002;
export const lockTally = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(${TALLY_LOCK})`);

/** `(metric, category)` rows for a join. */
export const metricCategories: SQL = sql`(values ${sql.join(
  METRICS.map((metric) => sql`(${metric}::text, ${METRIC_CATEGORY[metric]}::text)`),
  sql`, `,
)}) as m (metric, category)`;

/**
 * Person-times that the targets count, as +1 / -1 per period, metric, district, month, operator type and person.
 * `entries` yields (completion_id, delta). Rule: goal.ts, countsTowardTarget; the frozen parts of it (class closed
 * and approved, passed, an assessment defined) are what makes a completion row at all.
 */
export const countedFacts = (entries: SQL): SQL => sql`
  select t.period_id, t.metric, coalesce(c.district_code::text, 'city') as district, to_char(c.completed_on, 'YYYY-MM') as month,
    coalesce(c.operator_type, 'none') as operator_type, c.person_id, sum(e.delta)::int as delta
  from (${entries}) e
  join completion c on c.id = e.completion_id
  join ${metricCategories} on m.category = c.category
  join target t on t.metric = m.metric and t.district_code is null
  join plan_period p on p.id = t.period_id and c.completed_on >= p.starts_on and c.completed_on <= coalesce(p.ends_on, 'infinity'::date)
  where c.counts_toward_plan
  group by 1, 2, 3, 4, 5, 6
  having sum(e.delta) <> 0`;

/** Adds facts to the cells of the cube; '*' is all of a dimension. A person enters a cell at 0 → 1 and leaves it at 1 → 0. */
export const addToCells = (facts: SQL): SQL => sql`
  with facts as (${facts}),
  cells as (
    select f.period_id, f.metric, d.district, m.month, o.operator_type, f.person_id, sum(f.delta)::int as delta
    from facts f
    cross join lateral (values (f.district), ('*')) as d (district)
    cross join lateral (values (f.month), ('*')) as m (month)
    cross join lateral (values (f.operator_type), ('*')) as o (operator_type)
    group by 1, 2, 3, 4, 5, 6
    having sum(f.delta) <> 0
  ),
  people as (
    insert into tally_person as tp (period_id, metric, district, month, operator_type, person_id, times, last_move)
    select period_id, metric, district, month, operator_type, person_id, delta, delta from cells
    on conflict (period_id, metric, district, month, operator_type, person_id)
    do update set times = tp.times + excluded.times, last_move = excluded.last_move
    returning period_id, metric, district, month, operator_type, times, last_move
  ),
  moves as (
    select period_id, metric, district, month, operator_type, sum(last_move)::int as person_times,
      sum(case when times > 0 and times <= last_move then 1 when times <= 0 and times > last_move then -1 else 0 end)::int as persons
    from people
    group by 1, 2, 3, 4, 5
  ),
  changed as (
    -- not an upsert: a row to be inserted is checked before the conflict is seen, and a decrease alone is below zero
    update tally t set person_times = t.person_times + m.person_times, persons = t.persons + m.persons, updated_at = now()
    from moves m
    where (t.period_id, t.metric, t.district, t.month, t.operator_type) = (m.period_id, m.metric, m.district, m.month, m.operator_type)
    returning t.period_id, t.metric, t.district, t.month, t.operator_type
  )
  insert into tally (period_id, metric, district, month, operator_type, person_times, persons, updated_at)
  select period_id, metric, district, month, operator_type, person_times, persons, now() from moves
  where (period_id, metric, district, month, operator_type) not in (select * from changed)`;

export interface CountedMetric {
  periodId: string;
  metric: Metric;
}

/** Counts one metric of a period from everything folded so far. Call it under the lock. @returns how many cells it has */
export async function countAnew(tx: Tx, { periodId, metric }: CountedMetric, now: Date): Promise<number> {
  await tx.execute(sql`delete from tally where period_id = ${periodId} and metric = ${metric}`);
  await tx.execute(sql`delete from tally_person where period_id = ${periodId} and metric = ${metric}`);
  const folded = countedFacts(sql`select completion_id, sum(delta) as delta from completion_entry where folded_at is not null group by 1`);
  await tx.execute(addToCells(sql`select * from (${folded}) f where f.period_id = ${periodId} and f.metric = ${metric}`));
  await tx.execute(sql`
    insert into tally_state (period_id, metric, as_of) values (${periodId}, ${metric}, ${now.toISOString()}::timestamptz)
    on conflict (period_id, metric) do update set as_of = excluded.as_of`);
  const [cells] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from tally where period_id = ${periodId} and metric = ${metric}`,
  );
  return cells?.n ?? 0;
}

/** Targets that were added and never counted: their figures must begin with what was folded before. */
export const listUncounted = (tx: Tx) =>
  tx.execute<{ period_id: string; metric: Metric }>(sql`
    select t.period_id, t.metric from target t
    where t.district_code is null and t.metric in ${[...METRICS]} and not exists (select 1 from tally_state s where s.period_id = t.period_id and s.metric = t.metric)
    order by t.period_id, t.metric`);
