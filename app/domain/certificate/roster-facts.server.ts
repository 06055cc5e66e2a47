import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import type { ImportScope } from '../excel/import-engine.server';
import { type RowValues, textIn } from '../excel/import-kind';
import type { RowProblem } from '../excel/row-problem';
import { groupBy } from '../shared/group-by';
import { comparable } from '../shared/text';

export interface KnownInstitution {
  id: string;
  name: string;
  short_name: string | null;
  uscc: string | null;
}

/** The institutions of the scope that rows may mean: her own, those of the district, or all. */
export async function institutionsOf(tx: Tx, scope: ImportScope): Promise<KnownInstitution[]> {
  const { id, districtCode } = scope.organisation;
  const within =
    scope.role === 'institution_admin' ? sql`and id = ${id}` : districtCode === null ? sql`` : sql`and district_code = ${districtCode}`;
  const rows = await tx.execute<KnownInstitution & Record<string, unknown>>(
    sql`select id, name, short_name, uscc from organisation where kind = 'institution' and status = 'approved' ${within}`,
  );
  return [...rows];
}

export type Named = { institution: KnownInstitution } | { problem: RowProblem };

const isCalled = ({ name, short_name }: KnownInstitution, given: string): boolean =>
  [name, short_name].some((each) => each !== null && comparable(each) === comparable(given));

/** Finds institutions by credit code and name; several sites share one code, and then the name decides. */
export function institutionFinder(all: readonly KnownInstitution[], role: ImportScope['role']) {
  const byCode = groupBy(all, ({ uscc }) => uscc ?? '');
  const byName = groupBy(
    all.flatMap((each) => [each.name, ...(each.short_name ? [each.short_name] : [])].map((name) => ({ each, name: comparable(name) }))),
    ({ name }) => name,
  );
  const isOwn = role === 'institution_admin';
  const [own] = all;
  return (values: RowValues): Named => {
    const code = textIn(values, 'uscc');
    const name = textIn(values, 'institution');
    const column = code === null ? 'institution' : 'uscc';
    if (isOwn && own && code === null && name === null) return { institution: own };
    if (code === null && name === null) return { problem: { column, code: 'required' } };
    const candidates = code === null ? (byName.get(comparable(name ?? ''))?.map(({ each }) => each) ?? []) : (byCode.get(code) ?? []);
    const fitting = name === null ? candidates : candidates.filter((each) => isCalled(each, name));
    const [only, ...more] = fitting;
    if (only && more.length === 0) return { institution: only };
    if (candidates.length > 0 && fitting.length === 0) return { problem: { column: 'institution', code: 'institution_name_differs' } };
    return { problem: { column, code: isOwn ? 'institution_not_yours' : 'institution_unknown' } };
  };
}

export interface KnownPost {
  id: string;
  person_id: string;
  institution_id: string;
  role: string;
  start_on: string;
  end_on: string | null;
  is_full_time: boolean;
  is_intern: boolean;
  contract_until_on: string | null;
  remark: string;
}

export interface Personal {
  id: string;
  education: string | null;
  field_of_study: string | null;
  health_cert_valid_until: string | null;
  background_checked_on: string | null;
  has_phone: boolean;
}

/** Every engagement that these people ever had, the open and the latest first. */
export async function postsOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, KnownPost[]>> {
  const rows = await tx.execute<KnownPost & Record<string, unknown>>(sql`
    select e.id, e.person_id, e.institution_id, e.role, e.start_on::text, e.end_on::text, e.is_full_time, e.is_intern,
      e.contract_until_on::text, e.remark
    from jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb) a(id) join engagement e on e.person_id = a.id::uuid
    order by e.end_on desc nulls first, e.start_on desc`);
  return groupBy([...rows], ({ person_id }) => person_id);
}

export async function personalFacts(tx: Tx, personIds: readonly string[]): Promise<Map<string, Personal>> {
  const rows = await tx.execute<Personal & Record<string, unknown>>(sql`
    select p.id, p.education, p.field_of_study, p.health_cert_valid_until::text, p.background_checked_on::text,
      p.phone_hash is not null as has_phone
    from jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb) a(id) join person p on p.id = a.id::uuid`);
  return new Map(rows.map((row) => [row.id, row]));
}
