import { type SQL, sql } from 'drizzle-orm';
import type { RuleCode } from '../certificate/counting-rule';
import { CITY_SCOPE, districtsOf } from '../organisation/areas';
import { PENDING } from './rate';
import { operatorTypeOf, type PeopleOfFigure, type RateChoice, type Reading } from './reading';

/** Exactly the people of one figure. */
export interface PeopleFilter extends RateChoice, Reading {
  scope: string;
  rule: RuleCode;
  which: PeopleOfFigure;
}

/** Column of the certificate that makes her count under a rule, and of the one that would. */
export const byColumn = (rule: RuleCode): SQL => sql.raw(`${rule}_by`);
export const pendingColumn = (rule: RuleCode): SQL => sql.raw(PENDING[rule].replace('Pending', '_pending'));

const inScope = (scope: string): SQL => {
  if (scope === CITY_SCOPE) return sql`true`;
  const districts = districtsOf(scope);
  return districts ? sql`s.district_code = any(${`{${districts.join(',')}}`}::text[])` : sql`s.institution_id = ${scope}::uuid`;
};

const asKnown = (version: number | null): SQL =>
  version === null
    ? sql`s.until_version is null`
    : sql`s.from_version <= ${version} and (s.until_version is null or s.until_version > ${version})`;

const wanted = (which: PeopleOfFigure, rule: RuleCode): SQL => {
  if (which === 'persons') return sql`true`;
  if (which === 'pending') return sql`s.${pendingColumn(rule)} is not null`;
  return which === 'certified' ? sql`s.${byColumn(rule)} is not null` : sql`s.${byColumn(rule)} is null`;
};

type RowsFilter = Omit<PeopleFilter, 'which' | 'rule'>;

/** Rows on post that day in the scope: several of one person where she has several posts there. */
const standing = ({ on, version, scope, population, operatorType }: RowsFilter): SQL => {
  const type = operatorTypeOf(scope, operatorType);
  return sql`
    s.from_on <= ${on}::date and (s.until_on is null or s.until_on > ${on}::date) and ${asKnown(version)} and ${inScope(scope)}
    and ${population === 'filed' ? sql`s.is_filed` : sql`true`} and ${type === '*' ? sql`true` : sql`s.operator_type = ${type}`}`;
};

/** Main post first: the row that stands for her where she has several. */
export const onePerPerson = (filter: RowsFilter, { where = sql`true` }: { where?: SQL } = {}): SQL => sql`
  select distinct on (s.person_id) s.* from rate_segment s where ${standing(filter)} and ${where}
  order by s.person_id, ${sql.raw(filter.population === 'filed' ? 's.leads_filed' : 's.leads_extended')} desc, s.engagement_id`;

/** What a person holds is the same in each of her rows of a day, so it may be asked of the row that stands for her. */
export const peopleRows = (filter: PeopleFilter): SQL => onePerPerson(filter, { where: wanted(filter.which, filter.rule) });
