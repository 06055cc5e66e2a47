import { and, asc, count, eq, exists, ilike, isNull, or, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { account, membership, organisation } from '#db/schema';
import type { Role, UserActor } from '../shared/actor';
import { isId } from '../shared/id';
import { checkPhone } from '../shared/phone';
import { can } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { phoneHash } from '../shared/secrets.server';
import type { AccountStatus } from './account';

export interface AccountFilter {
  /** A user name or part of it, a whole phone number, or its last four digits. */
  q: string;
  role?: Role;
  status?: AccountStatus;
}

const ROLES_HELD = sql<{ role: Role; organisation: string }[]>`coalesce((
  select json_agg(json_build_object('role', m.role, 'organisation', o.name) order by m.granted_at)
  from membership m join organisation o on o.id = m.organisation_id where m.account_id = account.id and m.ended_at is null), '[]'::json)`;

const COLUMNS = {
  id: account.id,
  name: account.displayName,
  username: account.username,
  phoneMasked: account.phoneMasked,
  status: account.status,
  mustChangePassword: account.mustChangePassword,
  secondFactorSince: account.totpConfirmedAt,
  createdAt: account.createdAt,
  roles: ROLES_HELD,
};

function matching(q: string): SQL | undefined {
  if (q === '') return undefined;
  const phone = checkPhone(q);
  if (phone.ok) return eq(account.phoneHash, phoneHash(phone.value));
  const text = q.replaceAll(/[%_\\]/g, '\\$&');
  return or(ilike(account.username, `%${text}%`), /^\d{4}$/.test(q) ? ilike(account.phoneMasked, `%${q}`) : undefined);
}

const requireAdministrator = (actor: UserActor): void => {
  if (!can(actor, 'account.administer')) throw new Forbidden();
};

/** For the system administrator: accounts and their roles, nothing of what they do. */
export async function listAccounts(actor: UserActor, { q, role, status }: AccountFilter, page: { limit: number; offset: number }) {
  requireAdministrator(actor);
  const holding = role
    ? exists(
        db
          .select({ one: sql`1` })
          .from(membership)
          .where(and(eq(membership.accountId, account.id), eq(membership.role, role), isNull(membership.endedAt))),
      )
    : undefined;
  const where = and(matching(q), holding, status ? eq(account.status, status) : undefined);
  const [rows, [all]] = await Promise.all([
    db.select(COLUMNS).from(account).where(where).orderBy(asc(account.username), asc(account.id)).limit(page.limit).offset(page.offset),
    db.select({ n: count() }).from(account).where(where),
  ]);
  return { rows, total: all?.n ?? 0 };
}

/** @throws NotFound */
export async function getAccount(actor: UserActor, accountId: string) {
  requireAdministrator(actor);
  const [found] = isId(accountId) ? await db.select(COLUMNS).from(account).where(eq(account.id, accountId)) : [];
  if (!found) throw new NotFound();
  const memberships = await db
    .select({
      id: membership.id,
      role: membership.role,
      organisation: organisation.name,
      grantedAt: membership.grantedAt,
      endedAt: membership.endedAt,
    })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(eq(membership.accountId, accountId))
    .orderBy(asc(membership.grantedAt));
  return { ...found, memberships };
}

/** Organisations that the system administrator gives accounts to: commissions and the operations team, before others. */
export async function listGrantPlaces(actor: UserActor) {
  requireAdministrator(actor);
  return db
    .select({ id: organisation.id, name: organisation.name, kind: organisation.kind })
    .from(organisation)
    .where(sql`${organisation.kind} in ('commission_city', 'commission_district', 'operations') and ${organisation.status} = 'approved'`)
    .orderBy(asc(organisation.kind), asc(organisation.districtCode), asc(organisation.name));
}
