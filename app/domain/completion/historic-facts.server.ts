import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import type { ImportScope } from '../excel/import-engine.server';
import { PROVIDER_KINDS } from '../organisation/organisation';
import { comparable } from '../shared/text';

export interface KnownProvider {
  id: string;
  name: string;
  district_code: string | null;
}

/** Providers whose closings the officer would decide: of her district, or those of city level. Keyed by comparable name. */
export async function providersOf(tx: Tx, { organisation }: ImportScope): Promise<Map<string, KnownProvider>> {
  const rows = await tx.execute<KnownProvider & { short_name: string | null } & Record<string, unknown>>(sql`
    select id, name, short_name, district_code from organisation
    where kind in ${[...PROVIDER_KINDS]} and status in ('approved', 'suspended') and district_code is not distinct from ${organisation.districtCode}`);
  const names = rows.flatMap((row) => (row.short_name ? [[row.short_name, row] as const] : []).concat([[row.name, row] as const]));
  return new Map(names.map(([name, row]) => [comparable(name), { id: row.id, name: row.name, district_code: row.district_code }]));
}

export interface KnownPlace {
  id: string;
  name: string;
  district_code: string | null;
  operator_type: string | null;
}

/** Institutions by the names that rows give; a name that two of them have names neither. */
export async function placesNamed(tx: Tx, names: readonly string[]): Promise<Map<string, KnownPlace>> {
  const rows = await tx.execute<KnownPlace & Record<string, unknown>>(sql`
    select o.id, o.name, o.district_code, o.operator_type from (select distinct n from jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) n) a
    join organisation o on o.kind = 'institution' and o.name = a.n`);
  const found = new Map<string, KnownPlace>();
  const twice = new Set<string>();
  for (const row of rows) {
    if (found.has(row.name)) twice.add(row.name);
    found.set(row.name, row);
  }
  for (const name of twice) found.delete(name);
  return found;
}

export interface KnownTraining {
  id: string;
  course_id: string;
  syllabus_id: string;
  provider_id: string;
  title: string;
  categories: string[];
  starts_on: string;
  ends_on: string;
  import_id: string | null;
}

/** Classes of these providers that began on these days; those of an import that was taken back are gone. */
export async function trainingsOf(tx: Tx, asked: readonly { providerId: string; startsOn: string }[]): Promise<KnownTraining[]> {
  const rows = await tx.execute<KnownTraining & Record<string, unknown>>(sql`
    select k.id, k.course_id, k.syllabus_version_id as syllabus_id, k.provider_id, s.title, s.categories, k.starts_on::text, k.ends_on::text, k.import_id
    from (select distinct "providerId" as p, "startsOn" as d from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a ("providerId" uuid, "startsOn" date)) a
    join training_class k on k.provider_id = a.p and k.starts_on = a.d and k.status <> 'cancelled'
    join syllabus_version s on s.id = k.syllabus_version_id
    left join import_run i on i.id = k.import_id
    where i.status is distinct from 'undone'`);
  return [...rows];
}

export interface KnownCompletion {
  person_id: string;
  class_id: string;
  provider_id: string;
  title: string;
  starts_on: string;
  ends_on: string;
  status: string;
  theory_minutes: number;
  practice_minutes: number;
  number: string | null;
}

export async function completionsOf(tx: Tx, personIds: readonly string[]): Promise<KnownCompletion[]> {
  const rows = await tx.execute<KnownCompletion & Record<string, unknown>>(sql`
    select c.person_id, c.class_id, k.provider_id, s.title, k.starts_on::text, k.ends_on::text, c.status, c.theory_minutes, c.practice_minutes, z.number
    from (select distinct p::uuid as id from jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb) p) a
    join completion c on c.person_id = a.id join training_class k on k.id = c.class_id join syllabus_version s on s.id = k.syllabus_version_id
    left join completion_certificate z on z.completion_id = c.id
    left join import_run i on i.id = k.import_id
    where i.status is distinct from 'undone'`);
  return [...rows];
}

/** Certificate numbers that stand already → whose they are. */
export async function numbersTaken(tx: Tx, numbers: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.execute<{ number: string; person_id: string }>(sql`
    select z.number, c.person_id from (select distinct n from jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb) n) a
    join completion_certificate z on z.number = a.n join completion c on c.id = z.completion_id`);
  return new Map(rows.map(({ number, person_id }) => [number, person_id]));
}
