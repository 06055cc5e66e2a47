import { type SQL, sql } from 'drizzle-orm';
import type { ActorOrganisation, UserActor } from '../shared/actor';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';

/** The commission or centre that the actor visits for. @throws Forbidden for other roles, and for providers that train only */
export function visitingOrganisation(actor: UserActor): ActorOrganisation {
  const own = actor.organisation;
  if (!hasLine(actor, 'visit.manage') || !own) throw new Forbidden();
  if (actor.role === 'provider_staff' && own.kind !== 'mch_centre') throw new Forbidden();
  return own;
}

/**
 * Visits that the actor reads, as a condition on `guidance_visit v` and its institution `o`: of her area then or now; of her
 * own institution, where it has been told of a plan. @throws Forbidden for other roles
 */
export function visitScope(actor: UserActor): SQL {
  if (actor.role === 'institution_admin' && actor.organisation)
    return sql`v.institution_id = ${actor.organisation.id} and (v.status not in ('planned', 'cancelled') or v.is_announced)`;
  const { districtCode } = visitingOrganisation(actor);
  return districtCode === null ? sql`true` : sql`(v.district_code = ${districtCode} or o.district_code = ${districtCode})`;
}

/** Institutions that the actor may visit now, as a condition on `organisation o`. @throws Forbidden for other roles */
export function visitableScope(actor: UserActor): SQL {
  const { districtCode } = visitingOrganisation(actor);
  return districtCode === null ? sql`o.kind = 'institution'` : sql`o.kind = 'institution' and o.district_code = ${districtCode}`;
}

export const all = (conditions: readonly (SQL | undefined)[]): SQL => {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? sql`true` : sql.join(given, sql` and `);
};

export const containing = (text: string): string => `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`;
