import { eq } from 'drizzle-orm';
import { account } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Conflict } from '../shared/refusals';
import { lockAccount } from './find-account.server';
import { endAllSessions } from './session.server';

/** Nobody signs in to it any more, and whoever is signed in is out. */
export async function suspendAccount(ctx: Context, accountId: string, reason: string): Promise<void> {
  await operation(ctx, 'account.suspended', async (op) => {
    const found = await lockAccount(op, accountId, 'account.administer');
    if (found.status === 'suspended') return op.unchanged(undefined);
    if (found.status !== 'active') throw new Conflict('wrong_state');
    await op.tx.update(account).set({ status: 'suspended' }).where(eq(account.id, accountId));
    await op.record({ subject: { type: 'account', id: accountId }, data: { reason } });
  });
  await endAllSessions(accountId);
}
