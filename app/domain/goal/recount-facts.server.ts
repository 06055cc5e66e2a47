import { type SQL, sql } from 'drizzle-orm';
import { metricCategories } from './tally-cells.server';

const inPeriod = (category: SQL): SQL => sql`
  join ${metricCategories} on m.category = ${category}
  join target t on t.metric = m.metric and t.district_code is null
  join plan_period p on p.id = t.period_id and c.completed_on between p.starts_on and coalesce(p.ends_on, 'infinity'::date)`;

/**
 * What the raw evidence says, one row per person-time: who is marked as passed in a class that an officer closed, in a
 * closing that was approved, and whose certificate stands; attributed as the enrolment says. Entries of the ledger that
 * wait to be folded are taken out again, so that the recount speaks of the same moment as the tally.
 */
export const evidenceFacts: SQL = sql`
  create temporary table evidence_fact on commit drop as
  select t.period_id, t.metric, c.id as completion_id, e.id as enrolment_id, e.person_id, coalesce(e.district_code::text, 'city') as district,
    to_char(c.completed_on, 'YYYY-MM') as month, coalesce(e.operator_type, 'none') as operator_type
  from enrolment e
  join training_class k on k.id = e.class_id
  join completion c on c.enrolment_id = e.id
  ${inPeriod(sql`e.category`)}
  left join closing g on g.id = c.closing_id
  left join completion_certificate d on d.completion_id = c.id
  left join lateral (
    select sum(x.delta) as delta from completion_entry x where x.completion_id = c.id and x.folded_at is null
  ) waiting on true
  where c.counts_toward_plan
    and (case when e.status = 'passed' and k.status = 'closed' and c.status = 'valid' and d.revoked_at is null
      and (c.closing_id is null or g.status = 'approved') then 1 else 0 end) - coalesce(waiting.delta, 0) = 1`;

/** What was folded, one row per completion that stands in the tally, attributed as the completion says. */
export const talliedFacts: SQL = sql`
  create temporary table tallied_fact on commit drop as
  select t.period_id, t.metric, c.id as completion_id, c.enrolment_id, c.person_id, coalesce(c.district_code::text, 'city') as district,
    to_char(c.completed_on, 'YYYY-MM') as month, coalesce(c.operator_type, 'none') as operator_type, sum(x.delta) as times
  from completion_entry x
  join completion c on c.id = x.completion_id
  ${inPeriod(sql`c.category`)}
  where x.folded_at is not null and c.counts_toward_plan
  group by t.period_id, t.metric, c.id
  having sum(x.delta) <> 0`;

/** More rows than a person could read say nothing more. */
const ROWS_KEPT = 500;

/** Rows that only one side has, that count more than once, or that the two sides attribute differently. */
export const rowDifferences = (recountId: string): SQL => sql`
  insert into recount_difference (id, recount_id, period_id, metric, kind, completion_id, enrolment_id, tallied, recounted)
  select gen_random_uuid(), ${recountId}, coalesce(r.period_id, a.period_id), coalesce(r.metric, a.metric),
    case when a.completion_id is null then 'missing_in_tally' when r.completion_id is null or a.times <> 1 then 'extra_in_tally' else 'attributed_differently' end,
    coalesce(r.completion_id, a.completion_id), coalesce(r.enrolment_id, a.enrolment_id), coalesce(a.times, 0), case when r.completion_id is null then 0 else 1 end
  from evidence_fact r
  full join tallied_fact a on a.period_id = r.period_id and a.metric = r.metric and a.completion_id = r.completion_id
  where r.completion_id is null or a.completion_id is null or a.times <> 1
    or (r.person_id, r.district, r.month, r.operator_type) is distinct from (a.person_id, a.district, a.month, a.operator_type)
  order by 6
  limit ${ROWS_KEPT}`;

/** Cells of the cube whose person-times or persons are not what the evidence adds up to. */
export const cellDifferences = (recountId: string): SQL => sql`
  with recounted as (
    select f.period_id, f.metric, d.district, m.month, o.operator_type, count(*) as person_times, count(distinct f.person_id) as persons
    from evidence_fact f
    cross join lateral (values (f.district), ('*')) as d (district)
    cross join lateral (values (f.month), ('*')) as m (month)
    cross join lateral (values (f.operator_type), ('*')) as o (operator_type)
    group by 1, 2, 3, 4, 5
  )
  insert into recount_difference (id, recount_id, period_id, metric, kind, cell, tallied, recounted)
  select gen_random_uuid(), ${recountId}, coalesce(r.period_id, t.period_id), coalesce(r.metric, t.metric),
    case when coalesce(r.person_times, 0) <> coalesce(t.person_times, 0) then 'cell_differs' else 'persons_differ' end,
    jsonb_build_object('district', coalesce(r.district, t.district), 'month', coalesce(r.month, t.month), 'operatorType', coalesce(r.operator_type, t.operator_type)),
    case when coalesce(r.person_times, 0) <> coalesce(t.person_times, 0) then coalesce(t.person_times, 0) else coalesce(t.persons, 0) end,
    case when coalesce(r.person_times, 0) <> coalesce(t.person_times, 0) then coalesce(r.person_times, 0) else coalesce(r.persons, 0) end
  from recounted r
  full join tally t using (period_id, metric, district, month, operator_type)
  where coalesce(r.person_times, 0) <> coalesce(t.person_times, 0) or coalesce(r.persons, 0) <> coalesce(t.persons, 0)
  order by 3, 4, coalesce(r.district, t.district), coalesce(r.month, t.month)
  limit ${ROWS_KEPT}`;
