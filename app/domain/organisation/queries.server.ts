import { and, asc, count, desc, eq, ilike, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { account, engagement, membership, organisation, person } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import { hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { readApplicationKey } from './application-key.server';
import { findOrganisation } from './find-organisation.server';
import { CREATABLE_KINDS, type OrganisationStatus } from './organisation';

export interface OrganisationFilter {
  q: string;
  kind?: (typeof CREATABLE_KINDS)[number];
  status?: OrganisationStatus;
  /** `city` = city level */
  district?: string;
}

/** The organisations of an officer's area: her district, or the whole city. */
function ofArea(actor: UserActor): SQL | undefined {
  if (!hasLine(actor, 'organisation.review')) throw new Forbidden();
  const kinds = inArray(organisation.kind, [...CREATABLE_KINDS]);
  return actor.role === 'city_officer' ? kinds : and(kinds, eq(organisation.districtCode, actor.organisation?.districtCode ?? ''));
}

const LIST = {
  id: organisation.id,
  kind: organisation.kind,
  name: organisation.name,
  districtCode: organisation.districtCode,
  status: organisation.status,
  filingStatus: organisation.filingStatus,
  categories: organisation.categories,
  createdAt: organisation.createdAt,
};

/** Applications that wait come first, then by name. @throws Forbidden for other roles */
export async function listOrganisations(actor: UserActor, filter: OrganisationFilter, page: { limit: number; offset: number }) {
  const { q, kind, status, district } = filter;
  const where = and(
    ofArea(actor),
    q
      ? or(ilike(organisation.name, `%${q.replaceAll(/[%_\\]/g, '\\$&')}%`), eq(organisation.uscc, q.toUpperCase().slice(0, 18)))
      : undefined,
    kind ? eq(organisation.kind, kind) : undefined,
    status ? eq(organisation.status, status) : undefined,
    district ? (district === 'city' ? isNull(organisation.districtCode) : eq(organisation.districtCode, district)) : undefined,
  );
  const waiting = sql`case when ${organisation.status} = 'applied' then 0 else 1 end`;
  const [rows, [all], [open]] = await Promise.all([
    db
      .select(LIST)
      .from(organisation)
      .where(where)
      .orderBy(waiting, asc(organisation.name), asc(organisation.id))
      .limit(page.limit)
      .offset(page.offset),
    db.select({ n: count() }).from(organisation).where(where),
    db
      .select({ n: count() })
      .from(organisation)
      .where(and(ofArea(actor), eq(organisation.status, 'applied'))),
  ]);
  return { rows, total: all?.n ?? 0, waiting: open?.n ?? 0 };
}

/** An organisation of the officer's area. @throws NotFound outside it */
export const getOrganisation = (actor: UserActor, id: string) => findOrganisation(db, actor, id, { action: 'organisation.review' });

const ACCOUNT = {
  accountId: account.id,
  name: account.displayName,
  username: account.username,
  phoneMasked: account.phoneMasked,
  status: account.status,
  secondFactor: sql<boolean>`${account.totpConfirmedAt} is not null`,
};

/** Who acts for an organisation, now and before. */
export const listMembers = (organisationId: string) =>
  db
    .select({
      ...ACCOUNT,
      membershipId: membership.id,
      role: membership.role,
      grantedAt: membership.grantedAt,
      endedAt: membership.endedAt,
    })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(eq(membership.organisationId, organisationId))
    .orderBy(sql`${membership.endedAt} is not null`, desc(membership.grantedAt))
    .limit(100);

/** Accounts of the people on an institution's staff list, whose passwords its district may reset. */
export const listStaffAccounts = (organisationId: string, now: Date) =>
  db
    .select({ ...ACCOUNT, role: engagement.role })
    .from(engagement)
    .innerJoin(person, eq(person.id, engagement.personId))
    .innerJoin(account, eq(account.personId, person.id))
    .where(and(eq(engagement.institutionId, organisationId), or(isNull(engagement.endOn), sql`${engagement.endOn} > ${beijingDate(now)}`)))
    .orderBy(asc(account.displayName))
    .limit(500);

/** What an applicant may see of her own application. @throws NotFound for a key that is not ours */
export async function getApplication(key: string) {
  const id = readApplicationKey(key);
  const [found] = id ? await db.select().from(organisation).where(eq(organisation.id, id)) : [];
  if (!found) throw new NotFound('application_link');
  const { kind, name, uscc, legalNature, districtCode, address, contactName, contactPhone, contactEmail, categories, applicationNote } =
    found;
  const { status, decisionReason, createdAt } = found;
  return {
    ...{ kind, name, uscc, legalNature, districtCode, address, contactName, contactPhone, contactEmail, categories, applicationNote },
    ...{ status, decisionReason, createdAt },
  };
}
