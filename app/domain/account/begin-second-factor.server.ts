import { and, eq, isNull } from 'drizzle-orm';
import { account } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { type Context, operation } from '../shared/operation.server';
import { newTotpSecret, sealTotpSecret } from './totp.server';

/** Makes the secret that an authenticator will hold. It counts for nothing until a code of it was entered. */
export const beginSecondFactor = (ctx: Context & { actor: UserActor }): Promise<void> =>
  operation(ctx, 'account.second_factor_begun', async (op) => {
    const { accountId } = ctx.actor;
    const begun = await op.tx
      .update(account)
      .set({ totpSecretEncrypted: sealTotpSecret(newTotpSecret()) })
      .where(and(eq(account.id, accountId), isNull(account.totpSecretEncrypted)))
      .returning({ id: account.id });
    if (begun.length === 0) return op.unchanged(undefined);
    await op.record({ subject: { type: 'account', id: accountId }, data: {} });
  });
