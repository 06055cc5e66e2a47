import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import { CITY_SCOPE, isAreaScope } from '../organisation/areas';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { can } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';

/** The scope that an actor's pages begin with: the city, her district, or her institution. */
export const homeScope = ({ role, organisation }: UserActor): string =>
  role === 'institution_admin' ? (organisation?.id ?? '') : (organisation?.districtCode ?? CITY_SCOPE);

/** Whether she may see the people of an area. Areas put together belong to the city. */
export const mayOpenArea = (actor: UserActor, scope: string): boolean =>
  can(actor, 'rate_people.read', scope === CITY_SCOPE ? {} : { districtCode: scope });

export interface OpenScope {
  scope: string;
  /** Null for areas. */
  institution: { id: string; name: string; districtCode: string } | null;
}

/**
 * The scope whose people are asked for. An institution belongs to the district that it lies in today, or lay in on the day.
 * @throws Forbidden for another area, NotFound for another's institution
 */
export async function openScope(actor: UserActor, wanted: string | undefined, on: string): Promise<OpenScope> {
  const scope = actor.role === 'institution_admin' ? homeScope(actor) : (wanted ?? homeScope(actor));
  if (isAreaScope(scope)) {
    if (!mayOpenArea(actor, scope)) throw new Forbidden();
    return { scope, institution: null };
  }
  const institution = isId(scope) ? await findInstitution(scope, on) : null;
  const subjects = institution
    ? [institution.districtCode, institution.districtThen].map((districtCode) => ({ organisationId: scope, districtCode }))
    : [];
  if (!institution || !subjects.some((subject) => can(actor, 'rate_people.read', subject))) throw new NotFound();
  return { scope, institution: { id: scope, name: institution.name, districtCode: institution.districtThen ?? institution.districtCode } };
}

/** Name and districts of an institution, today's and the day's. */
async function findInstitution(id: string, on: string) {
  const [row] = await db.execute<{ name: string; districtCode: string; districtThen: string | null }>(sql`
    select o.name, o.district_code as "districtCode", p.district_code as "districtThen" from organisation o
    left join institution_period p on p.institution_id = o.id and p.from_on <= ${on}::date and (p.until_on is null or p.until_on > ${on}::date)
    where o.id = ${id} and o.kind = 'institution'`);
  return row ?? null;
}
