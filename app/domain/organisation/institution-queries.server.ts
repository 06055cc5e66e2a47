import { and, count, eq, exists, ilike, isNotNull, isNull, ne, not, or, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { institutionChange, institutionFile, institutionPeriod, organisation } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';
import type { InstitutionFilter } from './institution';

const LIST = {
  id: organisation.id,
  name: organisation.name,
  uscc: organisation.uscc,
  siteNo: organisation.siteNo,
  districtCode: organisation.districtCode,
  subdistrict: institutionFile.subdistrict,
  address: organisation.address,
  operatorType: organisation.operatorType,
  filingStatus: organisation.filingStatus,
  filedOn: organisation.filedOn,
  filingNo: institutionFile.filingNo,
  places: institutionFile.capacity,
  isInclusive: institutionFile.isInclusive,
  closedOn: institutionFile.closedOn,
  changeDueOn: institutionChange.decisionDueOn,
};

const openChange = and(eq(institutionChange.institutionId, organisation.id), eq(institutionChange.status, 'submitted'));
const joined = () =>
  db
    .select(LIST)
    .from(organisation)
    .leftJoin(institutionFile, eq(institutionFile.organisationId, organisation.id))
    .leftJoin(institutionChange, openChange);

/** Institutions that lay in a district once and lie elsewhere now. */
const wasIn = (districtCode: string): SQL | undefined =>
  and(
    ne(organisation.districtCode, districtCode),
    exists(
      db
        .select({ one: sql`1` })
        .from(institutionPeriod)
        .where(
          and(
            eq(institutionPeriod.institutionId, organisation.id),
            eq(institutionPeriod.districtCode, districtCode),
            isNotNull(institutionPeriod.untilOn),
          ),
        ),
    ),
  );

/** Her district's, or the whole city's; those that moved away only where she asks for them. */
function ofArea(actor: UserActor, { state, district }: Pick<InstitutionFilter, 'state' | 'district'>): SQL | undefined {
  if (!hasLine(actor, 'institution.keep')) throw new Forbidden();
  const own = actor.role === 'city_officer' ? district : (actor.organisation?.districtCode ?? '');
  if (state === 'moved_away') return own === undefined ? sql`false` : wasIn(own);
  return own === undefined ? undefined : eq(organisation.districtCode, own);
}

const inState = (state: InstitutionFilter['state']): SQL | undefined => {
  if (state === 'closed') return or(isNotNull(institutionFile.closedOn), eq(organisation.filingStatus, 'cancelled'));
  if (state === 'change_waits') return isNotNull(institutionChange.id);
  return state === 'moved_away' ? undefined : isNull(institutionFile.closedOn);
};

const matching = (actor: UserActor, filter: InstitutionFilter): SQL | undefined => {
  const { q, street, filing, operator, inclusive, state } = filter;
  const inclusiveNow = eq(institutionFile.isInclusive, true);
  return and(
    eq(organisation.kind, 'institution'),
    ofArea(actor, filter),
    inState(state),
    q
      ? or(ilike(organisation.name, `%${q.replaceAll(/[%_\\]/g, '\\$&')}%`), eq(organisation.uscc, q.toUpperCase().slice(0, 18)))
      : undefined,
    street ? eq(institutionFile.subdistrict, street) : undefined,
    filing ? eq(organisation.filingStatus, filing) : undefined,
    operator ? eq(organisation.operatorType, operator) : undefined,
    inclusive ? (inclusive === 'yes' ? inclusiveNow : or(isNull(institutionFile.isInclusive), not(inclusiveNow))) : undefined,
  );
};

const counted = (where: SQL | undefined) =>
  db
    .select({ n: count() })
    .from(organisation)
    .leftJoin(institutionFile, eq(institutionFile.organisationId, organisation.id))
    .leftJoin(institutionChange, openChange)
    .where(where);

/** Those whose proposed change waits come first, the nearest day before; then by name. @throws Forbidden for other roles */
export async function listInstitutions(actor: UserActor, filter: InstitutionFilter, page: { limit: number; offset: number }) {
  const where = matching(actor, filter);
  const waitingHere = matching(actor, { q: '', street: '', district: filter.district, state: 'change_waits' });
  const [rows, [all], [waiting]] = await Promise.all([
    joined()
      .where(where)
      .orderBy(sql`${institutionChange.decisionDueOn} nulls last`, sql`${organisation.name} collate "zh-x-icu"`, organisation.id)
      .limit(page.limit)
      .offset(page.offset),
    counted(where),
    counted(waitingHere),
  ]);
  return { rows, total: all?.n ?? 0, waiting: waiting?.n ?? 0 };
}

/** The streets that institutions of the officer's area stand in. */
export async function listOwnStreets(actor: UserActor, district: string | undefined): Promise<string[]> {
  const rows = await db
    .selectDistinct({ street: institutionFile.subdistrict })
    .from(institutionFile)
    .innerJoin(organisation, eq(organisation.id, institutionFile.organisationId))
    .where(and(ofArea(actor, { district }), isNotNull(institutionFile.subdistrict)))
    .orderBy(institutionFile.subdistrict);
  return rows.flatMap(({ street }) => street ?? []);
}
