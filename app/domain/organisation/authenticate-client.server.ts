import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { db } from '#db/client';
import { apiClient, organisation } from '#db/schema';
import type { Actor } from '../shared/actor';
import { beijingDate, MINUTE } from '../shared/period';
import { clientState } from './api-client';
import { apiKeyHash, isApiKey } from './api-key.server';

/** `last used` is written at most so often. */
const NOTED_EVERY = 5 * MINUTE;

export type ClientActor = Extract<Actor, { kind: 'api' }> & Required<Pick<Extract<Actor, { kind: 'api' }>, 'key'>>;

/** Who a key is, or null: unknown, revoked, expired, or of an organisation that is not approved any more. */
export async function authenticateClient(key: string, now: Date): Promise<ClientActor | null> {
  if (!isApiKey(key)) return null;
  const [found] = await db
    .select({ client: apiClient, kind: organisation.kind, districtCode: organisation.districtCode, status: organisation.status })
    .from(apiClient)
    .innerJoin(organisation, eq(organisation.id, apiClient.organisationId))
    .where(eq(apiClient.keyHash, apiKeyHash(key)));
  if (found?.status !== 'approved' || clientState(found.client, beijingDate(now)) !== 'active') return null;
  const { client, kind, districtCode } = found;
  await noteUse(client.id, now);
  const place = { id: client.organisationId, kind, districtCode };
  return { kind: 'api', client: client.id, key: { organisation: place, role: client.role, scopes: client.scopes } };
}

const noteUse = (id: string, now: Date) =>
  db
    .update(apiClient)
    .set({ lastUsedAt: now })
    .where(and(eq(apiClient.id, id), or(isNull(apiClient.lastUsedAt), lt(apiClient.lastUsedAt, new Date(now.getTime() - NOTED_EVERY)))));
