import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { account, recoveryCode } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { type Context, operation } from '../shared/operation.server';
import { countAttempt, forgetAttempts } from '../shared/rate-limit.server';
import { NotFound, Refusal } from '../shared/refusals';
import { lockAccount } from './find-account.server';
import { verifyPassword } from './password.server';
import { endAllSessions, endOtherSessions, unpassSecondFactor } from './session.server';

async function clear(tx: Tx, accountId: string): Promise<void> {
  await tx.update(account).set({ totpSecretEncrypted: null, totpConfirmedAt: null, totpLastStep: null }).where(eq(account.id, accountId));
  await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId));
}

/** Somebody lost the authenticator and the recovery codes: the next sign-in sets a new one up. */
export async function resetSecondFactor(ctx: Context, accountId: string, reason: string): Promise<void> {
  await operation(ctx, 'account.second_factor_cleared', async (op) => {
    const found = await lockAccount(op, accountId, 'second_factor.reset');
    if (!found.totpSecretEncrypted) return op.unchanged(undefined);
    await clear(op.tx, accountId);
    await op.record({ subject: { type: 'account', id: accountId }, data: { reason } });
  });
  await endAllSessions(accountId);
}

/** Takes one's own second factor off, to set up a new one or to do without where the role allows. Asks for the password. */
export async function removeOwnSecondFactor(
  ctx: Context & { actor: UserActor },
  sessionId: string,
  currentPassword: string,
): Promise<void> {
  const { accountId } = ctx.actor;
  const limit = { kind: 'remove-second-factor', key: accountId, points: 5, seconds: 15 * 60 };
  const attempt = await countAttempt(limit, ctx.now);
  if (!attempt.allowed) throw new Refusal('rate_limited', { params: { minutes: attempt.minutes } });
  await operation(ctx, 'account.second_factor_cleared', async (op) => {
    const [found] = await op.tx.select().from(account).where(eq(account.id, accountId)).for('update');
    if (!found) throw new NotFound();
    if (!(await verifyPassword(found.passwordHash, currentPassword))) throw new Refusal('password_wrong', { field: 'currentPassword' });
    if (!found.totpSecretEncrypted) return op.unchanged(undefined);
    await clear(op.tx, accountId);
    await op.record({ subject: { type: 'account', id: accountId }, data: { reason: 'own' } });
  });
  await forgetAttempts(limit);
  await endOtherSessions(accountId, sessionId);
  await unpassSecondFactor(sessionId);
}
