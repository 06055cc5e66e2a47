import { and, eq, isNull, sql } from 'drizzle-orm';
import { account, recoveryCode } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { newPublicCode } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { countAttempt } from '../shared/rate-limit.server';
import { Conflict, Refusal } from '../shared/refusals';
import { endOtherSessions, passSecondFactor } from './session.server';
import { openTotpSecret, totpStep } from './totp.server';
import { recoveryHash } from './verify-second-factor.server';

const RECOVERY_CODES = 10;

/**
 * The authenticator works: from now on it is asked for. Other browsers are signed out.
 * @returns ten recovery codes, to be shown this once
 */
export async function confirmSecondFactor(ctx: Context & { actor: UserActor }, sessionId: string, code: string): Promise<string[]> {
  const { accountId } = ctx.actor;
  const attempt = await countAttempt({ kind: 'second-factor-set', key: accountId, points: 20, seconds: 15 * 60 }, ctx.now);
  if (!attempt.allowed) throw new Refusal('rate_limited', { params: { minutes: attempt.minutes } });
  const codes = await operation(ctx, 'account.second_factor_set', async (op) => {
    const [row] = await op.tx.select().from(account).where(eq(account.id, accountId)).for('update');
    if (!row?.totpSecretEncrypted || row.totpConfirmedAt) throw new Conflict();
    const step = totpStep(openTotpSecret(row.totpSecretEncrypted), code, op.now);
    if (step === null) throw new Refusal('wrong_code', { field: 'totpCode' });
    await op.tx
      .update(account)
      .set({ totpConfirmedAt: op.now, totpLastStep: step })
      .where(and(eq(account.id, accountId), isNull(account.totpConfirmedAt)));
    const fresh = Array.from({ length: RECOVERY_CODES }, () => newPublicCode().slice(0, 13));
    await op.tx.execute(sql`delete from ${recoveryCode} where ${recoveryCode.accountId} = ${accountId}`);
    await op.tx.insert(recoveryCode).values(fresh.map((value) => ({ accountId, codeHash: recoveryHash(value) })));
    await op.record({ subject: { type: 'account', id: accountId }, data: {} });
    return fresh;
  });
  await passSecondFactor(sessionId, ctx.now);
  await endOtherSessions(accountId, sessionId);
  return codes;
}
