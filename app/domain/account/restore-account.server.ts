import { eq } from 'drizzle-orm';
import { account } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Conflict } from '../shared/refusals';
import { lockAccount } from './find-account.server';

/** Opens a suspended account again. */
export const restoreAccount = (ctx: Context, accountId: string, reason: string): Promise<void> =>
  operation(ctx, 'account.restored', async (op) => {
    const found = await lockAccount(op, accountId, 'account.administer');
    if (found.status === 'active') return op.unchanged(undefined);
    if (found.status !== 'suspended') throw new Conflict('wrong_state');
    await op.tx.update(account).set({ status: 'active' }).where(eq(account.id, accountId));
    await op.record({ subject: { type: 'account', id: accountId }, data: { reason } });
  });
