import { and, count, desc, eq, gte, ilike, isNotNull, isNull, lt, or, type SQL } from 'drizzle-orm';
import { db } from '#db/client';
import { account, apiClient, organisation } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { beijingDate } from '../shared/period';
import { hasLine } from '../shared/policy';
import { Forbidden } from '../shared/refusals';
import { type ClientState, clientState } from './api-client';

export interface ClientFilter {
  q: string;
  state?: ClientState;
  organisationId?: string;
}

/** Keys of the actor's own organisation, or of an officer's area. */
function visibleTo(actor: UserActor): SQL | undefined {
  if (!hasLine(actor, 'client.revoke')) throw new Forbidden();
  if (actor.role === 'city_officer') return undefined;
  if (actor.role === 'district_officer') return eq(organisation.districtCode, actor.organisation?.districtCode ?? '');
  return eq(apiClient.organisationId, actor.organisation?.id ?? '');
}

const inState = (state: ClientState, today: string): SQL | undefined => {
  if (state === 'revoked') return isNotNull(apiClient.revokedAt);
  return and(isNull(apiClient.revokedAt), state === 'expired' ? lt(apiClient.expiresOn, today) : gte(apiClient.expiresOn, today));
};

/** Client keys with their states, the newest first; the keys themselves nobody can read. */
export async function listClients(
  actor: UserActor,
  { q, state, organisationId }: ClientFilter,
  now: Date,
  page: { limit: number; offset: number },
) {
  const today = beijingDate(now);
  const like = `%${q.replaceAll(/[%_\\]/g, '\\$&')}%`;
  const where = and(
    visibleTo(actor),
    organisationId ? eq(apiClient.organisationId, organisationId) : undefined,
    q ? or(ilike(apiClient.name, like), ilike(organisation.name, like)) : undefined,
    state ? inState(state, today) : undefined,
  );
  const [rows, [all]] = await Promise.all([
    db
      .select({
        id: apiClient.id,
        name: apiClient.name,
        organisationId: apiClient.organisationId,
        organisation: organisation.name,
        districtCode: organisation.districtCode,
        keyPrefix: apiClient.keyPrefix,
        scopes: apiClient.scopes,
        grantedAt: apiClient.grantedAt,
        grantedBy: account.displayName,
        expiresOn: apiClient.expiresOn,
        revokedAt: apiClient.revokedAt,
        revokedReason: apiClient.revokedReason,
        lastUsedAt: apiClient.lastUsedAt,
      })
      .from(apiClient)
      .innerJoin(organisation, eq(organisation.id, apiClient.organisationId))
      .leftJoin(account, eq(account.id, apiClient.grantedBy))
      .where(where)
      .orderBy(desc(apiClient.grantedAt), desc(apiClient.id))
      .limit(page.limit)
      .offset(page.offset),
    db.select({ n: count() }).from(apiClient).innerJoin(organisation, eq(organisation.id, apiClient.organisationId)).where(where),
  ]);
  return { rows: rows.map((row) => ({ ...row, state: clientState(row, today) })), total: all?.n ?? 0 };
}
