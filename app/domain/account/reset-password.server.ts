import { eq } from 'drizzle-orm';
import { account, passwordHistory } from '#db/schema';
import { newId, newPublicCode } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { lockAccount } from './find-account.server';
import { hashPassword } from './password.server';
import { endAllSessions } from './session.server';

/** A password to hand over: it must be changed when it is first used. */
export const newOneTimePassword = (): string => newPublicCode().slice(0, 13);

/**
 * Gives an account a new one-time password and signs it out everywhere. The second factor stays.
 * @returns the password, to be shown this once to whoever hands it over
 */
export async function resetPassword(ctx: Context, accountId: string, reason: string): Promise<string> {
  const password = newOneTimePassword();
  const passwordHash = await hashPassword(password);
  await operation(ctx, 'account.password_reset', async (op) => {
    const found = await lockAccount(op, accountId, 'password.reset');
    if (found.passwordHash)
      await op.tx.insert(passwordHistory).values({ id: newId(), accountId, passwordHash: found.passwordHash, at: op.now });
    await op.tx.update(account).set({ passwordHash, passwordChangedAt: op.now, mustChangePassword: true }).where(eq(account.id, accountId));
    await op.record({ subject: { type: 'account', id: accountId }, data: { personId: found.personId, reason } });
  });
  await endAllSessions(accountId);
  return password;
}
