import { type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import { can, hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';
import { TITLE_LEVELS, type TitleLevel, type TitleSeries } from './certificate';
import { NO_POST, type TitleCell, type TitleChoice } from './title';

/**
 * Each person once in a series, at her highest verified level, with where she works today (her main post first); whoever is
 * on no roster stands under no district.
 */
const standing = (now: Date): SQL => {
  const today = beijingDate(now);
  return sql`(
    select distinct on (c.person_id, c.title_series) c.id, c.person_id, c.title_series, c.title_level, c.name, c.number, c.issuer, c.issued_on,
      coalesce(w.district_code, ${NO_POST}) as district, w.institution, w.role
    from certificate c
    left join lateral (
      select o.district_code, o.name as institution, e.role from engagement e join organisation o on o.id = e.institution_id
      where e.person_id = c.person_id and e.start_on <= ${today}::date and (e.end_on is null or e.end_on > ${today}::date)
      order by e.is_main_post desc, e.start_on, e.id limit 1
    ) w on true
    where c.family = 'professional_title' and c.status = 'verified'
    order by c.person_id, c.title_series, array_position(${`{${TITLE_LEVELS.join(',')}}`}::text[], c.title_level) desc, c.issued_on, c.id
  )`;
};

/** How many by series, level and district. Officers see the numbers of every district. @throws Forbidden for other roles */
export async function countTitles(actor: UserActor, now: Date): Promise<TitleCell[]> {
  if (!hasLine(actor, 'figures.read')) throw new Forbidden();
  const rows = await db.execute<TitleCell & Record<string, unknown>>(sql`
    select t.title_series as series, t.title_level as level, t.district, count(*)::int as persons from ${standing(now)} t
    group by 1, 2, 3 order by 1, 2, 3`);
  return [...rows];
}

interface TitleHolder extends Record<string, unknown> {
  id: string;
  name: string;
  idNumberMasked: string;
  series: TitleSeries;
  level: TitleLevel;
  title: string;
  number: string;
  issuer: string;
  issuedOn: string;
  district: string;
  institution: string | null;
}

/** Whether the people of a district (`NO_POST`: on no roster) may be seen. */
export const mayOpenTitles = (actor: UserActor, district: string | undefined): boolean =>
  can(actor, 'rate_people.read', district === undefined || district === NO_POST ? {} : { districtCode: district });

/** Exactly the people of one number. A district officer sees those of her district. @throws Forbidden for another district */
export async function listTitleHolders(
  actor: UserActor,
  choice: TitleChoice,
  now: Date,
  { limit, offset }: { limit: number; offset: number },
) {
  if (!hasLine(actor, 'figures.read')) throw new Forbidden();
  const own = actor.role === 'city_officer' ? undefined : (actor.organisation?.districtCode ?? '');
  const district = choice.district ?? own;
  if (!mayOpenTitles(actor, district)) throw new Forbidden();
  const from = sql`
    from ${standing(now)} t join person p on p.id = t.person_id
    where (${district ?? null}::text is null or t.district = ${district ?? null}::text)
      and (${choice.series ?? null}::text is null or t.title_series = ${choice.series ?? null}::text)
      and (${choice.level ?? null}::text is null or t.title_level = ${choice.level ?? null}::text)`;
  const [rows, [all]] = await Promise.all([
    db.execute<TitleHolder>(sql`
      select t.id, p.name, p.id_number_masked as "idNumberMasked", t.title_series as series, t.title_level as level, t.name as title, t.number,
        t.issuer, t.issued_on::text as "issuedOn", t.district, t.institution
      ${from} order by p.name collate "zh-x-icu", t.id limit ${limit} offset ${offset}`),
    db.execute<{ n: number }>(sql`select count(*)::int as n ${from}`),
  ]);
  return { rows: [...rows], total: all?.n ?? 0 };
}

/** Titles of one person that stand, the highest of each series: for her record and lists of lecturers. */
export async function titlesOf(
  personIds: readonly string[],
  now: Date,
): Promise<Map<string, { series: TitleSeries; level: TitleLevel }[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await db.execute<{ personId: string; series: TitleSeries; level: TitleLevel }>(sql`
    select t.person_id as "personId", t.title_series as series, t.title_level as level from ${standing(now)} t
    where t.person_id = any(${`{${personIds.join(',')}}`}::uuid[]) order by 1, 2`);
  const found = new Map<string, { series: TitleSeries; level: TitleLevel }[]>();
  for (const { personId, ...title } of rows) found.set(personId, [...(found.get(personId) ?? []), title]);
  return found;
}
