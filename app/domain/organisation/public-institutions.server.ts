import { and, asc, count, eq, ilike, inArray, isNull, type SQL, sql, sum } from 'drizzle-orm';
import { db } from '#db/client';
import { institutionFile, organisation } from '#db/schema';
import { IN_FILING_LIST } from './institution';

export interface PublicInstitutionFilter {
  q?: string;
  district?: string;
  street?: string;
  inclusive?: 'yes' | 'no';
}

/** What anybody may know of a filed institution: no names or phones of people. */
const PUBLIC = {
  id: organisation.id,
  name: organisation.name,
  districtCode: organisation.districtCode,
  subdistrict: institutionFile.subdistrict,
  address: organisation.address,
  operatorType: organisation.operatorType,
  places: institutionFile.capacity,
  isInclusive: institutionFile.isInclusive,
};

const joined = () => db.select(PUBLIC).from(organisation).innerJoin(institutionFile, eq(institutionFile.organisationId, organisation.id));

const filed = () =>
  and(
    eq(organisation.kind, 'institution'),
    eq(organisation.status, 'approved'),
    inArray(organisation.filingStatus, [...IN_FILING_LIST]),
    isNull(institutionFile.closedOn),
  );

const matching = ({ q, inclusive }: Pick<PublicInstitutionFilter, 'q' | 'inclusive'>): SQL | undefined =>
  and(
    filed(),
    q ? ilike(organisation.name, `%${q.replaceAll(/[%_\\]/g, '\\$&')}%`) : undefined,
    inclusive ? eq(institutionFile.isInclusive, inclusive === 'yes') : undefined,
  );

/** Filed institutions (备案名单) by district and street, as pages of a list; `total` counts all pages. */
export async function listPublicInstitutions(filter: PublicInstitutionFilter, page: { limit: number; offset: number }) {
  const where = and(
    matching(filter),
    filter.district ? eq(organisation.districtCode, filter.district) : undefined,
    filter.street ? eq(institutionFile.subdistrict, filter.street) : undefined,
  );
  const [rows, [all]] = await Promise.all([
    joined()
      .where(where)
      .orderBy(asc(organisation.districtCode), asc(institutionFile.subdistrict), asc(organisation.name), asc(organisation.id))
      .limit(page.limit)
      .offset(page.offset),
    db
      .select({ n: count() })
      .from(organisation)
      .innerJoin(institutionFile, eq(institutionFile.organisationId, organisation.id))
      .where(where),
  ]);
  return { rows, total: all?.n ?? 0 };
}

/** How many institutions and places each district has, under the same filter. */
export async function countPublicInstitutions(filter: Pick<PublicInstitutionFilter, 'q' | 'inclusive'>) {
  const rows = await db
    .select({ districtCode: organisation.districtCode, institutions: count(), places: sum(institutionFile.capacity).mapWith(Number) })
    .from(organisation)
    .innerJoin(institutionFile, eq(institutionFile.organisationId, organisation.id))
    .where(matching(filter))
    .groupBy(organisation.districtCode);
  return rows.map((row) => ({ ...row, districtCode: row.districtCode ?? '' }));
}

/** The streets of a district where an institution is filed. */
export async function listStreets(districtCode: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ street: institutionFile.subdistrict })
    .from(institutionFile)
    .innerJoin(organisation, eq(organisation.id, institutionFile.organisationId))
    .where(and(filed(), eq(organisation.districtCode, districtCode), sql`${institutionFile.subdistrict} is not null`))
    .orderBy(asc(institutionFile.subdistrict));
  return rows.flatMap(({ street }) => (street === null ? [] : [street]));
}
