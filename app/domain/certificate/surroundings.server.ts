import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { certificateIssuer } from '#db/schema';
import type { CertificateProblem } from './problem';
import { type ListedIssuer, type Screened, screen } from './screen';

interface Row extends Record<string, unknown>, Screened {
  id: string;
  bornOn: string | null;
  holders: number;
  families: number;
  ended: number;
}

/** Issuers that stand on the city's list, and those of the 1+X catalogue. */
export async function listedIssuers(tx: Tx): Promise<ListedIssuer[]> {
  const own = await tx
    .select({ family: certificateIssuer.family, name: certificateIssuer.name })
    .from(certificateIssuer)
    .where(eq(certificateIssuer.isActive, true));
  const ofKinds = await tx.execute<{ issuer: string }>(sql`select distinct issuer from x_certificate_kind where is_active`);
  return [...own, ...ofKinds.map(({ issuer }) => ({ family: 'x_certificate' as const, name: issuer }))];
}

/** What speaks for a second look at each of these certificates today, with everything that the registry knows. */
export async function screenStored(tx: Tx, ids: readonly string[], today: string): Promise<Map<string, CertificateProblem[]>> {
  const issuers = await listedIssuers(tx);
  const rows = await tx.execute<Row>(sql`
    select c.id, c.family, c.occupation, c.level, c.number, c.name, c.issuer, c.issued_on::text as "issuedOn", c.valid_until::text as "validUntil",
      p.born_on::text as "bornOn",
      case when k.id is null then null else jsonb_build_object('levels', k.levels, 'numberPrefix', k.number_prefix) end as "xKind",
      (select count(distinct o.person_id)::int from certificate o
        where o.family = c.family and o.number = c.number and o.person_id <> c.person_id and o.status in ('submitted', 'verified')) as holders,
      (select count(*)::int from certificate o where o.number = c.number and o.family <> c.family
        and o.family = any(array['hrss_skill_level', 'hrss_vocational_qualification', 'x_certificate'])
        and o.status in ('submitted', 'verified')) as families,
      (select count(*)::int from certificate o where o.family = c.family and o.number = c.number and o.person_id = c.person_id
        and o.id <> c.id and o.status in ('rejected', 'revoked')) as ended
    from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) a(id)
    join certificate c on c.id = a.id::uuid join person p on p.id = c.person_id left join x_certificate_kind k on k.id = c.x_kind_id`);
  return new Map(
    rows.map((row) => [
      row.id,
      screen(row, {
        today,
        bornOn: row.bornOn,
        issuers,
        holdersOfNumber: row.holders,
        otherFamilies: row.families,
        endedBefore: row.ended,
      }),
    ]),
  );
}
