import type { listClients } from '~/domain/organisation/client-queries.server';
import { revokeClientInput } from '~/domain/organisation/inputs';
import { revokeClient } from '~/domain/organisation/revoke-client.server';
import type { UserActor } from '~/domain/shared/actor';
import { contextFor } from './actor.server';
import { parseForm } from './forms.server';
import { redirectWithToast } from './toast.server';

/** Ends the key that a form names, from whichever page it was read on. */
export async function answerRevocation(request: Request, actor: UserActor, back: string): Promise<Response> {
  const { clientId, reason } = await parseForm(request, revokeClientInput);
  await revokeClient(contextFor(actor), clientId, reason);
  return redirectWithToast(back, 'client:revoke.done');
}

type Listed = Awaited<ReturnType<typeof listClients>>['rows'];

/** Rows as their table takes them. */
export const clientRows = (rows: Listed) =>
  rows.map(({ organisationId: _of, districtCode: _in, revokedAt: _at, grantedAt, lastUsedAt, ...row }) => ({
    ...row,
    grantedAt: grantedAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
