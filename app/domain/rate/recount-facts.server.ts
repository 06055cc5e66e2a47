import { type SQL, sql } from 'drizzle-orm';
import { RULE_CODES } from '../certificate/counting-rule';
import { cellsAt, cellsOf, institutionsAt, MEASURE_COLUMNS } from './cells-at.server';

const OF_BOTH = sql.raw(RULE_CODES.flatMap((code) => [code, `${code}_pending`]).join(', '));

/**
 * Who is on post that day and what she holds, straight from posts, leave, institutions, certificates and the rules'
 * clauses: one row per person and institution. Written apart from `segmentsOf` on purpose; both say the same or one is wrong.
 */
export const recountedFacts = (day: string): SQL => sql`
  create temporary table recounted_fact on commit drop as
  with in_force as (
    select distinct on (code) code, clauses, require_valid_health_cert from counting_rule
    where status = 'published' and in_force_from_on <= ${day}::date order by code, in_force_from_on desc
  ),
  clause as (
    select r.code, r.require_valid_health_cert, x.* from in_force r cross join lateral jsonb_to_recordset(r.clauses) as x (family text,
      occupations jsonb, levels jsonb, "childcareRelated" boolean, "issuedFrom" date, "issuedUntil" date, verdict text)
  ),
  accepted as (
    select c.person_id, x.code, c.status = 'submitted' or (x.verdict = 'needs_document' and not exists (
      select 1 from certificate_file f where f.certificate_id = c.id and f.purpose = 'copy')) as waits
    from certificate c join clause x on x.family = c.family
    join person p on p.id = c.person_id
    left join x_certificate_kind k on k.id = c.x_kind_id
    where c.status in ('submitted', 'verified', 'revoked') and c.issued_on <= ${day}::date
      and (c.valid_until is null or c.valid_until >= ${day}::date) and (c.revoked_on is null or c.revoked_on > ${day}::date)
      and (x.occupations is null or x.occupations ? c.occupation) and (x.levels is null or x.levels ? c.level)
      and (x."childcareRelated" is not true or k.childcare_related)
      and c.issued_on between coalesce(x."issuedFrom", '-infinity') and coalesce(x."issuedUntil", 'infinity')
      and (not x.require_valid_health_cert or p.health_cert_valid_until >= ${day}::date)
  ),
  holding as (
    select person_id, ${sql.raw(
      RULE_CODES.map(
        (code) => `coalesce(bool_or(code = '${code}' and not waits), false) as ${code}, bool_or(code = '${code}') as ${code}_any`,
      ).join(', '),
    )} from accepted group by person_id
  )
  select e.person_id, i.institution_id, i.district_code, i.operator_type, bool_or(i.is_filed) as is_filed,
    ${sql.raw(
      RULE_CODES.map(
        (code) =>
          `coalesce(bool_or(h.${code}), false) as ${code}, coalesce(bool_or(h.${code}_any and not h.${code}), false) as ${code}_pending`,
      ).join(', '),
    )}
  from engagement e
  join ${institutionsAt(day)} i on i.institution_id = e.institution_id
  left join holding h on h.person_id = e.person_id
  where e.role = 'caregiver' and not e.is_intern and e.start_on <= ${day}::date and (e.end_on is null or e.end_on > ${day}::date)
    and not exists (select 1 from off_post o where o.engagement_id = e.id and o.from_on <= ${day}::date and (o.until_on is null or o.until_on > ${day}::date))
  group by e.person_id, i.institution_id, i.district_code, i.operator_type`;

/** What the segments say of the same day. Whoever waits to be worked out is left for the next night: both ways say the same. */
export const keptFacts = (day: string): SQL => sql`
  create temporary table kept_fact on commit drop as
  select person_id, institution_id, max(district_code) as district_code, max(operator_type) as operator_type, bool_or(is_filed) as is_filed,
    ${sql.raw(RULE_CODES.map((code) => `bool_or(${code}_by is not null) as ${code}, bool_or(${code}_pending is not null) as ${code}_pending`).join(', '))},
    count(distinct (district_code, operator_type)) as readings
  from rate_segment
  where until_version is null and from_on <= ${day}::date and (until_on is null or until_on > ${day}::date)
  group by person_id, institution_id`;

export const leaveWaiting: readonly SQL[] = [
  sql`delete from recounted_fact where person_id in (select person_id from rate_dirty)`,
  sql`insert into recounted_fact (person_id, institution_id, district_code, operator_type, is_filed, ${OF_BOTH})
    select person_id, institution_id, district_code, operator_type, is_filed, ${OF_BOTH} from kept_fact where person_id in (select person_id from rate_dirty)`,
];

const MEASURE_OF: Readonly<Record<(typeof MEASURE_COLUMNS)[number], string>> = {
  persons: 'persons',
  strict: 'strict',
  standard: 'standard',
  broad: 'broad',
  strict_pending: 'strictPending',
  standard_pending: 'standardPending',
  broad_pending: 'broadPending',
};
const OF_RULES = MEASURE_COLUMNS.filter((column) => column !== 'persons');
/** A row per measure: `(measure, kept, recounted)`; on post counts as different when she stands elsewhere. */
const byMeasure = (of: (column: string) => [string, string]): SQL =>
  sql.raw(
    `lateral (values ${MEASURE_COLUMNS.map((column) => {
      const [kept, recounted] = of(column);
      return `('${MEASURE_OF[column]}', ${kept}, ${recounted})`;
    }).join(', ')}) v (measure, kept, recounted)`,
  );

/** More rows than a person could read say nothing more. */
const ROWS_KEPT = 500;

const said = (row: 'k' | 'r'): SQL =>
  sql.raw(['district_code', 'operator_type', 'is_filed', ...OF_RULES].map((column) => `${row}.${column}`).join(', '));

/** People whom only one way knows at an institution, or of whom the two ways say different things. */
export const personDifferences: SQL = sql`
  select v.measure, coalesce(k.person_id, r.person_id) as person_id, coalesce(k.institution_id, r.institution_id)::text as scope, v.kept, v.recounted
  from kept_fact k full join recounted_fact r on r.person_id = k.person_id and r.institution_id = k.institution_id
  cross join ${byMeasure((column) =>
    column === 'persons'
      ? [
          `(case when k.person_id is null then 0 when r.person_id is not null and (k.readings <> 1
            or (k.district_code, k.operator_type, k.is_filed) is distinct from (r.district_code, r.operator_type, r.is_filed)) then 2 else 1 end)`,
          '(r.person_id is not null)::int',
        ]
      : [`coalesce(k.${column}, false)::int`, `coalesce(r.${column}, false)::int`],
  )}
  where ((k.readings <> 1) is not false or (${said('k')}) is distinct from (${said('r')})) and v.kept <> v.recounted
  order by 2, 3, 1 limit ${ROWS_KEPT}`;

const sums = sql.raw(MEASURE_COLUMNS.map((column) => `sum(${column})::int as ${column}`).join(', '));

/**
 * Cells whose steps do not add up to the distinct persons counted anew. Who has one post that day is counted per institution
 * first; whoever has more is counted once in each cell.
 */
export const cellDifferences = (day: string): SQL => sql`
  with several as (select person_id from recounted_fact group by 1 having count(*) > 1),
  once as (
    select institution_id, district_code, operator_type, is_filed, count(*) as persons,
      ${sql.raw(OF_RULES.map((column) => `sum(${column}::int) as ${column}`).join(', '))}
    from recounted_fact where person_id not in (select person_id from several) group by 1, 2, 3, 4
  ),
  standing as (
    select c.scope, c.population, c.operator_type, 1 as persons, ${sql.raw(OF_RULES.map((column) => `bool_or(f.${column})::int as ${column}`).join(', '))}
    from recounted_fact f cross join ${cellsOf('f')} c where f.person_id in (select person_id from several)
    group by c.scope, c.population, c.operator_type, f.person_id
  ),
  recounted as (
    select scope, population, operator_type, ${sums} from (
      select * from standing
      union all
      select c.scope, c.population, c.operator_type, ${sql.raw(MEASURE_COLUMNS.join(', '))} from once cross join ${cellsOf('once')} c
    ) parts group by 1, 2, 3
  )
  select v.measure, coalesce(s.scope, r.scope) as scope, coalesce(s.population, r.population) as population,
    coalesce(s.operator_type, r.operator_type) as operator_type, v.kept, v.recounted
  from ${cellsAt(day)} s full join recounted r on r.scope = s.scope and r.population = s.population and r.operator_type = s.operator_type
  cross join ${byMeasure((column) => [`coalesce(s.${column}, 0)`, `coalesce(r.${column}, 0)`])}
  where v.kept <> v.recounted order by 2, 3, 4, 1 limit ${ROWS_KEPT}`;
