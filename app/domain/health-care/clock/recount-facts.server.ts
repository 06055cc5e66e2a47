import { type SQL, sql } from 'drizzle-orm';
import { BDA_MERGED, CITY_SCOPE } from '../../organisation/areas';
import { stepsUpTo } from '../../shared/steps.server';
import { COVERED_STANDINGS } from '../requirement';

const on = (day: string, from: string, until: string): SQL => {
  const [begins, ends] = [sql.raw(from), sql.raw(until)];
  return sql`${begins} <= ${day}::date and (${ends} is null or ${ends} > ${day}::date)`;
};
const texts = (values: readonly string[]) => sql`${`{${values.join(',')}}`}::text[]`;
const FILED = texts(['filed', 'changed_pending', 'licensed']);

/**
 * Newly filed institutions of a day and their trained staff, straight from filings, places, posts, leave, certificates and
 * the rule of the day. Written apart from `segmentsOf` on purpose; both say the same or one is wrong.
 */
export const recountedInstitutions = (day: string): SQL => sql`
  create temporary table recounted_institution on commit drop as
  with rule as (
    select * from health_care_rule where status = 'published' and in_force_from_on <= ${day}::date order by in_force_from_on desc limit 1
  ),
  taken as (
    select p.institution_id, p.district_code from institution_period p cross join rule r
    where p.filing_status = any(${FILED}) and ${on(day, 'p.from_on', 'p.until_on')} and r.new_since_on <= (
      select min(f.from_on) from institution_period f where f.institution_id = p.institution_id and f.filing_status = any(${FILED}))
  ),
  staff as (
    select e.institution_id, e.person_id, bool_or(e.is_full_time) as is_full_time
    from engagement e cross join rule r
    where e.role = 'health_staff' and not e.is_intern and e.end_on is distinct from e.start_on and ${on(day, 'e.start_on', 'e.end_on')}
      and not exists (select 1 from off_post o where o.engagement_id = e.id and ${on(day, 'o.from_on', 'o.until_on')})
      and exists (select 1 from certificate c where c.person_id = e.person_id and c.family = 'health_care_training'
        and c.status in ('verified', 'revoked') and c.issued_on <= ${day}::date and (c.revoked_on is null or c.revoked_on > ${day}::date)
        and case when c.valid_until is not null then c.valid_until >= ${day}::date
          when r.certificate_months is not null then (c.issued_on + make_interval(months => r.certificate_months))::date > ${day}::date
          else true end)
    group by 1, 2
  ),
  counted as (
    select t.institution_id, t.district_code, coalesce(
        (select capacity from institution_capacity c where c.institution_id = t.institution_id and c.from_on <= ${day}::date order by from_on desc limit 1),
        (select capacity from institution_capacity c where c.institution_id = t.institution_id order by from_on limit 1), 0) as places,
      (select count(*) from staff s where s.institution_id = t.institution_id)::int as trained,
      (select count(*) from staff s where s.institution_id = t.institution_id and s.is_full_time)::int as full_time
    from taken t
  )
  select institution_id, district_code, greatest(r.minimum_staff, places / r.children_per_full_time) as required, trained,
    trained >= greatest(r.minimum_staff, places / r.children_per_full_time) and full_time >= places / r.children_per_full_time as covered
  from counted cross join rule r`;

/** Institutions of which the two ways say different things that day; one that waits to be worked out is left for the next night. */
export const institutionDifferences = (day: string): SQL => sql`
  with kept as (
    select institution_id, district_code, required, trained, standing = any(${texts(COVERED_STANDINGS)}) as covered
    from health_care_segment where ${on(day, 'from_on', 'until_on')}
  )
  select v.measure, coalesce(k.institution_id, r.institution_id) as institution_id, null as scope, v.kept, v.recounted
  from kept k full join recounted_institution r on r.institution_id = k.institution_id
  cross join lateral (values
    ('institutions', case when k.institution_id is null then 0 when r.institution_id is not null and k.district_code <> r.district_code then 2 else 1 end,
      (r.institution_id is not null)::int),
    ('required', coalesce(k.required, 0), coalesce(r.required, 0)),
    ('trained', coalesce(k.trained, 0), coalesce(r.trained, 0)),
    ('covered', coalesce(k.covered, false)::int, coalesce(r.covered, false)::int)) v (measure, kept, recounted)
  where v.kept <> v.recounted and coalesce(k.institution_id, r.institution_id) not in (select institution_id from health_care_dirty)
  order by 2, 1 limit 500`;

/** Figures whose steps do not add up to the institutions that stand there that day. */
export const figureDifferences = (day: string): SQL => sql`
  with kept as (select scope, standing, sum(institutions)::int as n from health_care_step where ${stepsUpTo(day)} group by 1, 2),
  recounted as (
    select a.scope, s.standing, count(*)::int as n from health_care_segment s
    cross join lateral (values (${CITY_SCOPE}::text), (s.district_code::text),
      (case when s.district_code = any(${texts(BDA_MERGED.split('+'))}) then ${BDA_MERGED}::text end)) a (scope)
    where a.scope is not null and ${on(day, 's.from_on', 's.until_on')} group by 1, 2
  )
  select coalesce(k.standing, r.standing) as measure, null as institution_id, coalesce(k.scope, r.scope) as scope,
    coalesce(k.n, 0) as kept, coalesce(r.n, 0) as recounted
  from kept k full join recounted r on r.scope = k.scope and r.standing = k.standing
  where coalesce(k.n, 0) <> coalesce(r.n, 0) order by 3, 1 limit 500`;
