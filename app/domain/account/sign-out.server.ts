import type { UserActor } from '../shared/actor';
import { type Context, operation } from '../shared/operation.server';
import { endAllSessions, endSession } from './session.server';

/** Ends this browser's session, or with `everywhere` every session of the account. @returns the header that clears the cookie */
export async function signOut(ctx: Context & { actor: UserActor }, sessionId: string, everywhere = false): Promise<string> {
  await operation(ctx, 'account.signed_out', (op) =>
    op.record({ subject: { type: 'account', id: ctx.actor.accountId }, data: { everywhere } }),
  );
  if (everywhere) await endAllSessions(ctx.actor.accountId);
  return endSession(sessionId);
}
