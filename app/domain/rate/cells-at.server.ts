import { type SQL, sql } from 'drizzle-orm';
import { BDA_MERGED, CITY_SCOPE } from '../organisation/areas';
import { stepsUpTo } from '../shared/steps.server';
import { ANY_OPERATOR } from './rate';

export const MEASURE_COLUMNS = ['persons', 'strict', 'standard', 'broad', 'strict_pending', 'standard_pending', 'broad_pending'] as const;
export const measureSums: SQL = sql.raw(MEASURE_COLUMNS.map((column) => `sum(${column})::int as ${column}`).join(', '));
export const measureColumns: SQL = sql.raw(MEASURE_COLUMNS.join(', '));

/** Every cell with somebody in it, as known now. `where` narrows scope, population or operator type. */
export const cellsAt = (day: string, where: SQL = sql`true`): SQL => sql`
  (select scope, population, operator_type, ${measureSums} from rate_step where ${stepsUpTo(day)} and ${where}
  group by scope, population, operator_type
  having ${sql.raw(MEASURE_COLUMNS.map((column) => `sum(${column}) <> 0`).join(' or '))})`;

/** (scope, population, operator type) cells that something of a district, an institution and an operator type stands in. */
export const cellsOf = (row: string): SQL => sql`
  lateral (
    select a.scope, o.operator_type, p.population
    from (values (${CITY_SCOPE}::text), (${sql.raw(row)}.district_code::text),
      (case when ${sql.raw(row)}.district_code = any(${`{${BDA_MERGED.split('+').join(',')}}`}::text[]) then ${BDA_MERGED}::text end)) a (scope)
    cross join (values (${ANY_OPERATOR}::text), (${sql.raw(row)}.operator_type::text)) o (operator_type)
    cross join (values ('filed'::text), ('extended'::text)) p (population)
    where a.scope is not null and (p.population = 'extended' or ${sql.raw(row)}.is_filed)
    union all
    select ${sql.raw(row)}.institution_id::text, ${ANY_OPERATOR}::text, p.population
    from (values ('filed'::text), ('extended'::text)) p (population) where p.population = 'extended' or ${sql.raw(row)}.is_filed
  )`;

/** Institutions that the rate takes in on a day: `(institution_id, district_code, operator_type, is_filed)`. */
export const institutionsAt = (day: string): SQL => sql`
  (select * from (
    select p.institution_id, p.district_code, p.operator_type, p.filing_status in ('filed', 'changed_pending')
      or (p.filing_status = 'licensed' and exists (select 1 from setting where key = 'rate_counts_licensed' and value = 1)) as is_filed,
      p.operator_type in ('kindergarten_class', 'family_site') and p.filing_status <> 'cancelled' as is_extension
    from institution_period p where p.from_on <= ${day}::date and (p.until_on is null or p.until_on > ${day}::date)
  ) taken where is_filed or is_extension)`;

/** How many of them each cell holds, and how many had confirmed their roster within the days of the setting. */
export const coverageAt = (day: string, confirmDays: number): SQL => sql`
  (select c.scope, c.population, c.operator_type, count(*)::int as institutions,
    (count(*) filter (where exists (select 1 from roster_confirmation r where r.institution_id = i.institution_id
      and r.confirmed_on <= ${day}::date and r.confirmed_on >= ${day}::date - ${confirmDays}::int)))::int as fresh_institutions
  from ${institutionsAt(day)} i cross join ${cellsOf('i')} c group by 1, 2, 3)`;
