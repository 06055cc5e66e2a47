import { type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { UserActor } from '../shared/actor';
import { addDays, beijingDate } from '../shared/period';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';
import type { expirySearch, registrySearch } from './inputs';
import { notRenewed } from './renewed.server';

export type RegistryFilter = Omit<z.output<typeof registrySearch>, 'page'>;
export type ExpiryFilter = Omit<z.output<typeof expirySearch>, 'page'>;

const all = (conditions: readonly (SQL | undefined)[]): SQL => {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? sql`true` : sql.join(given, sql` and `);
};

export const containing = (text: string): string => `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`;

/** Where she works on a day, for `certificate c`. */
const atWork = (today: string, condition: SQL): SQL => sql`exists (
  select 1 from engagement e join organisation o on o.id = e.institution_id
  where e.person_id = c.person_id and (e.end_on is null or e.end_on > ${today}::date) and ${condition})`;

/**
 * The certificates that an officer sees, of `certificate c`: those that her district verifies, and those of people who work
 * in it now; of others' waiting entries nothing. The city sees all that was handed in.
 */
export function officerScope(actor: UserActor, now: Date): SQL {
  if (!hasLine(actor, 'held_certificate.verify')) throw new Forbidden();
  if (actor.role === 'city_officer') return sql`c.status <> 'draft'`;
  const own = actor.organisation?.districtCode ?? '';
  const today = beijingDate(now);
  return sql`c.status <> 'draft' and (c.district_code = ${own}
    or (c.status <> 'submitted' and ${atWork(today, sql`o.district_code = ${own}`)}))`;
}

export const institutionScope = (actor: UserActor, now: Date): SQL => {
  if (!hasLine(actor, 'staff.manage') || !actor.organisation) throw new Forbidden();
  const own = actor.organisation.id;
  return sql`((c.status <> 'draft' and ${atWork(beijingDate(now), sql`e.institution_id = ${own}`)}) or c.submitted_by_organisation_id = ${own})`;
};

export const inState = (state: RegistryFilter['state'], today: string): SQL => {
  if (state === 'all') return sql`c.status <> 'draft'`;
  if (state === 'expired') return sql`c.status = 'verified' and c.valid_until < ${today}::date`;
  if (state === 'verified') return sql`c.status = 'verified' and (c.valid_until is null or c.valid_until >= ${today}::date)`;
  return sql`c.status = ${state}`;
};

const warned = (warning: RegistryFilter['warning']): SQL | undefined => {
  if (warning === undefined) return undefined;
  if (warning === 'any') return sql`cardinality(c.warnings) > 0`;
  return warning === 'none' ? sql`cardinality(c.warnings) = 0` : sql`${warning} = any(c.warnings)`;
};

const found = (q: string): SQL | undefined =>
  q === '' ? undefined : sql`(c.number ilike ${containing(q)} or p.name ilike ${containing(q)} or c.name ilike ${containing(q)})`;

/** What the address of the list asks for, its state apart. */
export const conditionsOf = (filter: RegistryFilter, now: Date): SQL => {
  const today = beijingDate(now);
  return all([
    !filter.family ? undefined : sql`c.family = ${filter.family}`,
    !filter.district ? undefined : sql`c.district_code = ${filter.district}`,
    !filter.source ? undefined : sql`c.source = ${filter.source}`,
    filter.institution ? atWork(today, sql`o.name ilike ${containing(filter.institution)}`) : undefined,
    !filter.waiting
      ? undefined
      : sql`c.submitted_at < (${addDays(today, 1 - Number(filter.waiting))}::date::timestamp at time zone 'Asia/Shanghai')`,
    warned(filter.warning),
    found(filter.q),
  ]);
};

/** Verified certificates that end within the filter's days, or that ended in the last year. */
export const endingConditions = (filter: Pick<ExpiryFilter, 'within' | 'family' | 'district' | 'institution'>, now: Date): SQL => {
  const today = beijingDate(now);
  const day = (days: number) => sql`${addDays(today, days)}::date`;
  const within =
    filter.within === 'ended'
      ? sql`c.valid_until < ${day(0)} and c.valid_until >= ${day(-365)}`
      : filter.within
        ? sql`c.valid_until between ${day(0)} and ${day(Number(filter.within))}`
        : sql`c.valid_until between ${day(-365)} and ${day(90)}`;
  return all([
    sql`c.status = 'verified'`,
    notRenewed,
    within,
    !filter.family ? undefined : sql`c.family = ${filter.family}`,
    !filter.district ? undefined : atWork(today, sql`o.district_code = ${filter.district}`),
    filter.institution ? atWork(today, sql`o.name ilike ${containing(filter.institution)}`) : undefined,
  ]);
};
