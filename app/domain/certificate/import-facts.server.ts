import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { xCertificateKind } from '#db/schema';
import { groupBy } from '../shared/group-by';

/** Where a person works today: what decides who may enter and who verifies her certificates. */
export interface PostOf {
  institutions: string[];
  districts: string[];
  /** District of her main post, else of the earliest. */
  mainDistrict: string | null;
}

const asList = (ids: readonly string[]) => JSON.stringify(ids);

export async function findPosts(tx: Tx, personIds: readonly string[], today: string): Promise<Map<string, PostOf>> {
  const rows = await tx.execute<{ person_id: string; institutions: string[]; districts: string[]; main: string | null }>(sql`
    select e.person_id, array_agg(e.institution_id::text) as institutions,
      array_remove(array_agg(o.district_code::text), null) as districts,
      (array_agg(o.district_code::text order by e.is_main_post desc, e.start_on, e.id))[1] as main
    from jsonb_array_elements_text(${asList(personIds)}::jsonb) a(id)
    join engagement e on e.person_id = a.id::uuid and (e.end_on is null or e.end_on > ${today}::date)
    join organisation o on o.id = e.institution_id
    group by e.person_id`);
  return new Map(rows.map(({ person_id, institutions, districts, main }) => [person_id, { institutions, districts, mainDistrict: main }]));
}

export interface StandingCertificate {
  id: string;
  person_id: string;
  family: string;
  number: string;
  occupation: string | null;
  level: string | null;
  title_series: string | null;
  title_level: string | null;
  name: string;
  issuer: string;
  issued_on: string;
  valid_until: string | null;
  status: string;
  submitted_by_organisation_id: string | null;
}

/** Every entry of these numbers that was handed in, whoever holds it; the newest first. Keyed by family and number. */
export async function standingByNumber(
  tx: Tx,
  asked: readonly { family: string; number: string }[],
): Promise<Map<string, StandingCertificate[]>> {
  const rows = await tx.execute<StandingCertificate & Record<string, unknown>>(sql`
    select c.id, c.person_id, c.family, c.number, c.occupation, c.level, c.title_series, c.title_level, c.name, c.issuer, c.issued_on::text, c.valid_until::text,
      c.status, c.submitted_by_organisation_id
    from (select distinct family, number from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (family text, number text)) a
    join certificate c on c.family = a.family and c.number = a.number and c.status <> 'draft'
    order by c.created_at desc`);
  return groupBy([...rows], (row) => numberKey(row));
}

export const numberKey = ({ family, number }: { family: string; number: string }): string => `${family} ${number}`;

/** The catalogue of 1+X certificates. */
export const xKinds = (tx: Tx) =>
  tx
    .select({
      id: xCertificateKind.id,
      name: xCertificateKind.name,
      issuer: xCertificateKind.issuer,
      organisationId: xCertificateKind.organisationId,
      levels: xCertificateKind.levels,
    })
    .from(xCertificateKind)
    .where(eq(xCertificateKind.isActive, true));
