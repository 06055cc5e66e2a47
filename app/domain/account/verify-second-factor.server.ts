import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { account, recoveryCode } from '#db/schema';
import { equalInConstantTime, keyedHash } from '~/platform/crypto.server';
import type { UserActor } from '../shared/actor';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { countAttempt, forgetAttempts } from '../shared/rate-limit.server';
import { NotFound, Refusal } from '../shared/refusals';
import { demoCode } from './demo.server';
import { passSecondFactor } from './session.server';
import { openTotpSecret, totpStep } from './totp.server';

const LIMIT = { points: 5, seconds: 15 * 60 };

export const recoveryHash = (code: string): string => keyedHash(code.toUpperCase().replace(/[^0-9A-Z]/g, ''), 'recovery_code');

/**
 * The second step of signing in, with a code of the authenticator or a recovery code. Either works once.
 * @throws Refusal wrong_code, wrong_recovery_code, account_locked after five failures
 */
export async function verifySecondFactor(
  ctx: Context & { actor: UserActor },
  sessionId: string,
  given: { code: string } | { recoveryCode: string },
): Promise<void> {
  const limit = { kind: 'second-factor', key: ctx.actor.accountId, ...LIMIT };
  const attempt = await countAttempt(limit, ctx.now);
  if (!attempt.allowed) throw new Refusal('account_locked', { params: { minutes: attempt.minutes } });
  await operation(ctx, 'account.signed_in', async (op) => {
    if ('code' in given) await takeCode(op, ctx.actor.accountId, given.code);
    else await spendRecoveryCode(op, ctx.actor.accountId, given.recoveryCode);
    await op.record({ subject: { type: 'account', id: ctx.actor.accountId }, data: { secondFactor: true } });
  });
  await passSecondFactor(sessionId, ctx.now);
  await forgetAttempts(limit);
}

type Op = Operation<'account.signed_in'>;

async function takeCode(op: Op, accountId: string, code: string): Promise<void> {
  const [row] = await op.tx.select().from(account).where(eq(account.id, accountId));
  if (!row?.totpSecretEncrypted || !row.totpConfirmedAt) throw new NotFound();
  const published = demoCode(row);
  if (published && equalInConstantTime(published, code)) return;
  const step = totpStep(openTotpSecret(row.totpSecretEncrypted), code, op.now);
  const taken =
    step !== null &&
    (await op.tx
      .update(account)
      .set({ totpLastStep: step })
      .where(and(eq(account.id, accountId), or(isNull(account.totpLastStep), lt(account.totpLastStep, step))))
      .returning({ id: account.id }));
  if (!taken || taken.length === 0) throw new Refusal('wrong_code', { field: 'totpCode' });
}

async function spendRecoveryCode(op: Op, accountId: string, code: string): Promise<void> {
  const spent = await op.tx
    .update(recoveryCode)
    .set({ usedAt: op.now })
    .where(and(eq(recoveryCode.accountId, accountId), eq(recoveryCode.codeHash, recoveryHash(code)), isNull(recoveryCode.usedAt)))
    .returning({ accountId: recoveryCode.accountId });
  if (spent.length === 0) throw new Refusal('wrong_recovery_code', { field: 'recoveryCode' });
  await op.recordAs('account.recovery_code_used', { subject: { type: 'account', id: accountId }, data: {} });
}
