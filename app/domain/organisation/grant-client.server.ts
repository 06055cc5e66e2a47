import { apiClient } from '#db/schema';
import type { ApiScope } from '../shared/api-scopes';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { addMonths, beijingDate } from '../shared/period';
import { Forbidden, Refusal } from '../shared/refusals';
import { LONGEST_MONTHS, roleOfClients, scopesOf } from './api-client';
import { newApiKey } from './api-key.server';
import { lockOrganisation } from './find-organisation.server';

interface NewClient {
  name: string;
  scopes: readonly ApiScope[];
  /** Last valid day. */
  expiresOn: string;
}

/**
 * Gives an organisation's own system a key.
 * @returns the key, which is kept as a hash and cannot be shown again
 * @throws Refusal organisation_not_approved, scope_not_for_kind, client_expiry
 */
export const grantClient = (ctx: Context, organisationId: string, input: NewClient): Promise<{ id: string; key: string }> =>
  operation(ctx, 'client.granted', async (op) => {
    const place = await lockOrganisation(op, organisationId, 'client.grant');
    if (op.actor.kind !== 'user') throw new Forbidden();
    if (place.status !== 'approved') throw new Refusal('organisation_not_approved');
    const role = roleOfClients(place.kind);
    const scopes = [...new Set(input.scopes)];
    if (!role || scopes.some((scope) => !scopesOf(role).includes(scope))) throw new Refusal('scope_not_for_kind', { field: 'scopes[]' });
    const today = beijingDate(op.now);
    if (input.expiresOn < today || input.expiresOn > addMonths(today, LONGEST_MONTHS))
      throw new Refusal('client_expiry', { field: 'expiresOn', params: { months: LONGEST_MONTHS } });
    const { key, keyPrefix, keyHash } = newApiKey();
    const id = newId();
    const { name, expiresOn } = input;
    await op.tx.insert(apiClient).values({
      ...{ id, organisationId, role, name, keyPrefix, keyHash, scopes, expiresOn },
      grantedAt: op.now,
      grantedBy: op.actor.accountId,
    });
    await op.record({ subject: { type: 'api_client', id }, data: { organisationId, scopes, expiresOn } });
    return { id, key };
  });
