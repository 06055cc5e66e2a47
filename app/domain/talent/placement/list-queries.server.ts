import { type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../../shared/actor';
import { beijingDate } from '../../shared/period';
import { can, hasLine } from '../../shared/policy';
import { Forbidden } from '../../shared/refusals';
import type { PlacementCountedBy } from '../placement';
import type { CityPlacementSearch } from './inputs';
import { NOBODY, presenceFrom, shareLimits } from './presence.server';
import { listPlacementRows, PLACEMENTS, type PlacementFilter } from './rows.server';
import { type SharesOn, sharesOn } from './shares';

type Page = { limit: number; offset: number };

/** What a reader may see of placements. @throws Forbidden for other roles, and for providers that are no colleges */
export function placementScope(actor: UserActor): SQL {
  if (!hasLine(actor, 'placement.read')) throw new Forbidden();
  const { organisation, personId } = actor;
  switch (actor.role) {
    case 'city_officer':
      return sql`true`;
    case 'district_officer':
      return sql`(i.district_code = ${organisation?.districtCode ?? ''} or c.district_code = ${organisation?.districtCode ?? ''})`;
    case 'institution_admin':
      return sql`p.institution_id = ${organisation?.id ?? null}::uuid`;
    case 'provider_staff':
      if (!can(actor, 'placement.manage', { organisationId: organisation?.id })) throw new Forbidden();
      return sql`p.college_id = ${organisation?.id ?? null}::uuid`;
    default:
      return sql`p.person_id = ${personId}::uuid`;
  }
}

/** Placements of the college, at the institution, or in the officer's area. */
export const listPlacements = async (actor: UserActor, filter: PlacementFilter, now: Date, page: Page) =>
  listPlacementRows(placementScope(actor), filter, beijingDate(now), page);

const within = (actor: UserActor, district: string | undefined): SQL =>
  sql`${placementScope(actor)} and ${district ? sql`i.district_code = ${district}` : sql`true`}`;

export const listCityPlacements = async (actor: UserActor, { district, ...filter }: CityPlacementSearch, now: Date, page: Page) =>
  listPlacementRows(within(actor, district), filter, beijingDate(now), page);

const GROUPS: Readonly<Record<PlacementCountedBy, { key: SQL; label: SQL }>> = {
  district: { key: sql`coalesce(i.district_code, '')`, label: sql`''` },
  college: { key: sql`p.college_id::text`, label: sql`max(c.name)` },
  year: { key: sql`extract(year from p.from_on)::int::text`, label: sql`''` },
};

interface PlacementCount extends Record<string, unknown> {
  key: string;
  label: string;
  all: number;
  students: number;
  proposed: number;
  accepted: number;
  finished: number;
  brokenOff: number;
  declined: number;
  takenOn: number;
}

/** Placements by district of the institution, college, or year of the first day. */
export async function countPlacements(actor: UserActor, { by, year }: Pick<CityPlacementSearch, 'by' | 'year'>): Promise<PlacementCount[]> {
  const { key, label } = GROUPS[by];
  const rows = await db.execute<PlacementCount>(sql`
    select ${key} as key, ${label} as label, count(*)::int as all, count(distinct p.person_id)::int as students,
      (count(*) filter (where p.status = 'proposed'))::int as proposed, (count(*) filter (where p.status = 'accepted'))::int as accepted,
      (count(*) filter (where p.status = 'finished'))::int as finished, (count(*) filter (where p.status = 'broken_off'))::int as "brokenOff",
      (count(*) filter (where p.status = 'declined'))::int as declined,
      (count(*) filter (where p.converted_engagement_id is not null))::int as "takenOn"
    from ${PLACEMENTS} where ${placementScope(actor)}
      and ${year ? sql`p.from_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date` : sql`true`}
    group by ${key} order by ${by === 'year' ? sql`key desc` : sql`"all" desc, key`}`);
  return [...rows];
}

interface InstitutionShares extends SharesOn {
  institutionId: string;
  name: string;
  districtCode: string | null;
}

/** Institutions in the officer's area whose interns are today more than the set shares of staff or of a post. */
export async function listInstitutionsOver(actor: UserActor, now: Date): Promise<InstitutionShares[]> {
  if (actor.role !== 'district_officer' && actor.role !== 'city_officer') throw new Forbidden();
  const today = beijingDate(now);
  const houses = await db.execute<{ id: string; name: string; districtCode: string | null }>(sql`
    select i.id, i.name, i.district_code::text as "districtCode" from organisation i
    where i.kind = 'institution' and ${actor.role === 'city_officer' ? sql`true` : sql`i.district_code = ${actor.organisation?.districtCode ?? ''}`}
      and i.id in (
        select institution_id from placement where status = 'accepted' and from_on <= ${today}::date and least(until_on + 1, ended_on) > ${today}::date
        union select institution_id from engagement where is_intern and start_on <= ${today}::date and (end_on is null or end_on > ${today}::date))
    order by i.district_code, i.name, i.id`);
  const [presence, limits] = await Promise.all([
    presenceFrom(
      db,
      houses.map(({ id }) => id),
      today,
    ),
    shareLimits(db),
  ]);
  return houses
    .map(({ id, name, districtCode }) => {
      const { staff, interns } = presence.get(id) ?? NOBODY;
      return { institutionId: id, name, districtCode, ...sharesOn(today, staff, interns, limits) };
    })
    .filter(({ total, posts }) => total.isOver || posts.some((post) => post.isOver));
}

/** Years in which a placement within the scope begins, the latest first. */
export async function listPlacementYears(actor: UserActor): Promise<string[]> {
  const rows = await db.execute<{ year: string }>(
    sql`select distinct extract(year from p.from_on)::int::text as year from ${PLACEMENTS} where ${placementScope(actor)} order by 1 desc`,
  );
  return rows.map(({ year }) => year);
}

/** The institution's interns and staff of today, and the limits that are in force. */
export async function getOwnShares(actor: UserActor, now: Date) {
  const id = actor.organisation?.id;
  if (!id || !hasLine(actor, 'placement.accept')) throw new Forbidden();
  const today = beijingDate(now);
  const [presence, limits] = await Promise.all([presenceFrom(db, [id], today), shareLimits(db)]);
  const { staff, interns } = presence.get(id) ?? NOBODY;
  return { shares: sharesOn(today, staff, interns, limits), limits };
}
