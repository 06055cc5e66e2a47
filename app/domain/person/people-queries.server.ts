import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import type { IdType } from '../shared/identity';
import { can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { personOfDocument } from './enter-person.server';
import { type MergeConflict, mergeConflicts } from './merge-conflicts.server';
import { placesOfPerson } from './places.server';
import { districtOf } from './roster-queries.server';
import { containing } from './staff-queries.server';

export interface PersonFound extends Record<string, unknown> {
  id: string;
  name: string;
  idType: IdType;
  idNumberMasked: string;
  phoneMasked: string | null;
  bornOn: string | null;
  posts: { institution: string; districtCode: string; role: string; startOn: string; endOn: string | null }[];
  documents: string[];
  enrolments: number;
  completions: number;
  certificates: number;
  hasAccount: boolean;
}

const SELECT = sql`
  select p.id, p.name, p.id_type as "idType", p.id_number_masked as "idNumberMasked", p.phone_masked as "phoneMasked", p.born_on::text as "bornOn",
    coalesce((select json_agg(json_build_object('institution', o.name, 'districtCode', o.district_code, 'role', e.role, 'startOn', e.start_on,
      'endOn', e.end_on) order by e.start_on desc) from engagement e join organisation o on o.id = e.institution_id where e.person_id = p.id), '[]') as posts,
    coalesce((select json_agg(d.id_number_masked order by d.added_at) from person_document d where d.person_id = p.id), '[]') as documents,
    (select count(*)::int from enrolment n where n.person_id = p.id) as enrolments,
    (select count(*)::int from completion c where c.person_id = p.id and c.status = 'valid') as completions,
    (select count(*)::int from certificate k where k.person_id = p.id and k.status not in ('rejected', 'revoked')) as certificates,
    exists (select 1 from account a where a.person_id = p.id) as "hasAccount"
  from person p`;

export type PersonQuestion = { idType: IdType; idNumber: string } | { name: string; institution: string };

const FOUND = 20;

/**
 * A search that finds somebody one already knows of: by an exact document number anywhere, or by her exact name among
 * the people of the officer's area.
 */
export async function searchPeople(actor: UserActor, question: PersonQuestion, now: Date): Promise<(PersonFound & { isNear: boolean })[]> {
  if (!hasLine(actor, 'person.search')) throw new Forbidden();
  const rows = 'idNumber' in question ? await byNumber(question) : await byName(districtOf(actor), question);
  return Promise.all(rows.map(async (row) => ({ ...row, isNear: await isNear(actor, row.id, now) })));
}

async function byNumber({ idType, idNumber }: { idType: IdType; idNumber: string }): Promise<PersonFound[]> {
  const found = await personOfDocument(db, idType, idNumber);
  return found ? [...(await db.execute<PersonFound>(sql`${SELECT} where p.id = ${found.id}`))] : [];
}

const byName = async (own: string | null, { name, institution }: { name: string; institution: string }): Promise<PersonFound[]> => [
  ...(await db.execute<PersonFound>(sql`${SELECT} where p.name = ${name} and p.merged_into_id is null
    and exists (select 1 from engagement e join organisation o on o.id = e.institution_id where e.person_id = p.id
      and ${own === null ? sql`true` : sql`o.district_code = ${own}`}
      and ${institution ? sql`o.name ilike ${containing(institution)}` : sql`true`})
    order by p.created_at limit ${FOUND}`)),
];

/** At home in the officer's area, or nowhere yet. */
async function isNear(actor: UserActor, personId: string, now: Date): Promise<boolean> {
  const places = await placesOfPerson(db, personId, now);
  return can(actor, 'person.merge') || places.length === 0 || places.some((place) => can(actor, 'person.merge', place));
}

const standing = (id: string) => db.execute<PersonFound>(sql`${SELECT} where p.id = ${id} and p.merged_into_id is null`);

/** A record that stands, of the officer's area. @throws NotFound */
export async function getPersonFound(actor: UserActor, id: string, now: Date): Promise<PersonFound> {
  if (!hasLine(actor, 'person.merge')) throw new Forbidden();
  const [found] = isId(id) && (await isNear(actor, id, now)) ? await standing(id) : [];
  if (!found) throw new NotFound();
  return found;
}

/** Two records side by side, and what stands between them. @throws NotFound where neither is in the actor's area */
export async function compareForMerge(actor: UserActor, keepId: string, mergeId: string, now: Date) {
  if (!hasLine(actor, 'person.merge')) throw new Forbidden();
  if (!isId(keepId) || !isId(mergeId) || keepId === mergeId) throw new NotFound();
  const near = [await isNear(actor, keepId, now), await isNear(actor, mergeId, now)];
  if (!near.some(Boolean)) throw new NotFound();
  const [[kept], [merged]] = [await standing(keepId), await standing(mergeId)];
  if (!kept || !merged) throw new NotFound();
  const found: MergeConflict[] = near.every(Boolean) ? [] : [{ code: 'merge_other_district', what: '' }];
  return { kept, merged, conflicts: [...found, ...(await mergeConflicts(db, keepId, mergeId))] };
}
