import { type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import type { RuleCode } from '../certificate/counting-rule';
import { districtsOf } from '../organisation/areas';
import { settingOf } from '../shared/settings.server';
import { daysOfMonth, wholeMonths } from '../shared/steps.server';
import { institutionsAt, MEASURE_COLUMNS } from './cells-at.server';
import { pendingColumn } from './people-rows.server';
import type { InstitutionSort, RateChoice } from './reading';
import type { Snapshot } from './snapshots.server';

export interface InstitutionRate {
  id: string;
  name: string;
  districtCode: string;
  operatorType: string;
  d: number;
  n: number;
  pending: number;
  /** Of the roster, up to the day; null = never. */
  confirmedOn: string | null;
  /** Within the days of the setting, on the day. */
  isFresh: boolean;
}

export interface InstitutionRatesRequest extends RateChoice {
  on: string;
  snapshot: Pick<Snapshot, 'id' | 'version'> | null;
  /** City, district, or the two put together. */
  scope: string;
  rule: RuleCode;
}

const number = (rule: RuleCode): SQL => sql.raw(`n.${rule}`);

const ORDER: Readonly<Record<InstitutionSort, (rule: RuleCode) => SQL>> = {
  name: () => sql`o.name collate "zh-x-icu"`,
  persons: () => sql`coalesce(n.persons, 0)`,
  missing: (rule) => sql`coalesce(n.persons - ${number(rule)}, 0)`,
  rate: (rule) => sql`${number(rule)}::numeric / nullif(n.persons, 0)`,
  confirmed: () => sql`c.confirmed_on`,
};

/** Institutions that the rate takes in: as known now and, of what was recorded then, also those that were taken in then. */
const taken = ({ on, population, operatorType, scope, snapshot }: InstitutionRatesRequest): SQL => {
  const districts = districtsOf(scope);
  const narrowed = sql`${districts ? sql`district_code = any(${`{${districts.join(',')}}`}::text[])` : sql`true`}
    and (is_filed or ${population === 'extended'}) and (${operatorType === '*'} or operator_type = ${operatorType})`;
  const now = sql`select institution_id, district_code::text, operator_type from ${institutionsAt(on)} i where ${narrowed}`;
  if (!snapshot) return sql`(${now})`;
  return sql`(select distinct on (institution_id) * from (${now} union all select institution_id, district_code, operator_type from rate_segment
    where from_on <= ${on}::date and (until_on is null or until_on > ${on}::date) and from_version <= ${snapshot.version}
      and (until_version is null or until_version > ${snapshot.version}) and ${narrowed}) each order by institution_id)`;
};

const numbers = ({ on, population, snapshot }: InstitutionRatesRequest, ids: SQL): SQL =>
  snapshot
    ? sql`(select * from rate_snapshot_cell where snapshot_id = ${snapshot.id} and population = ${population} and operator_type = '*' and scope in (${ids}))`
    : sql`(select scope, ${sql.raw(MEASURE_COLUMNS.map((column) => `sum(${column})::int as ${column}`).join(', '))} from ${stepsOf(population, ids, on)} s
        group by scope)`;

/** Whole months and the days after them are two ranges of the index: asked for as one condition, all days of all years would be read. */
const stepsOf = (population: string, ids: SQL, on: string): SQL =>
  sql`(${sql.join(
    [wholeMonths(on), daysOfMonth(on)].map(
      (range) => sql`select * from rate_step where population = ${population} and operator_type = '*' and scope in (${ids}) and ${range}`,
    ),
    sql` union all `,
  )})`;

/** Institutions of an area with their N and D; an institution without anybody on post is there too. */
export async function listInstitutionRates(
  request: InstitutionRatesRequest,
  { sort, descending, limit, offset }: { sort: InstitutionSort; descending: boolean; limit: number; offset: number },
  tx: Tx = db,
): Promise<{ rows: InstitutionRate[]; total: number }> {
  const { on, rule } = request;
  const days = await settingOf(tx, 'roster_confirm_days');
  const rows = await tx.execute<InstitutionRate & { total: number } & Record<string, unknown>>(sql`
    with i as materialized ${taken(request)},
    c as materialized (select institution_id, max(confirmed_on) as confirmed_on from roster_confirmation
      where confirmed_on <= ${on}::date and institution_id in (select institution_id from i) group by 1)
    select o.id, o.name, i.district_code as "districtCode", i.operator_type as "operatorType", coalesce(n.persons, 0)::int as d,
      coalesce(${number(rule)}, 0)::int as n, coalesce(n.${pendingColumn(rule)}, 0)::int as pending, c.confirmed_on::text as "confirmedOn",
      coalesce(c.confirmed_on >= ${on}::date - ${days}::int, false) as "isFresh", (count(*) over ())::int as total
    from i join organisation o on o.id = i.institution_id left join c on c.institution_id = i.institution_id
    left join ${numbers(request, sql`select institution_id::text from i`)} n on n.scope = i.institution_id::text
    order by ${ORDER[sort](rule)} ${descending ? sql`desc nulls last` : sql`asc nulls last`}, o.name collate "zh-x-icu", o.id
    limit ${limit} offset ${offset}`);
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
