import { desc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { account, passwordHistory } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { checkPassword } from '../shared/password';
import { countAttempt, forgetAttempts } from '../shared/rate-limit.server';
import { NotFound, Refusal } from '../shared/refusals';
import { PRIVACY_VERSION } from './account';
import { hashPassword, verifyPassword } from './password.server';
import { endOtherSessions } from './session.server';

/** None of the last five passwords comes back, the present one among them. */
const REMEMBERED = 5;

/**
 * Sets a new password of one's own and signs other browsers out. An account that somebody else made accepts the
 * privacy notice with it.
 */
export async function changePassword(
  ctx: Context & { actor: UserActor },
  sessionId: string,
  { currentPassword, newPassword, privacy = false }: { currentPassword: string; newPassword: string; privacy?: boolean },
): Promise<void> {
  const { accountId } = ctx.actor;
  const limit = { kind: 'change-password', key: accountId, points: 10, seconds: 15 * 60 };
  const attempt = await countAttempt(limit, ctx.now);
  if (!attempt.allowed) throw new Refusal('rate_limited', { params: { minutes: attempt.minutes } });
  await operation(ctx, 'account.password_changed', async (op) => {
    const [row] = await op.tx.select().from(account).where(eq(account.id, accountId)).for('update');
    if (!row) throw new NotFound();
    if (!(await verifyPassword(row.passwordHash, currentPassword))) throw new Refusal('password_wrong', { field: 'currentPassword' });
    const mustAccept = row.mustChangePassword && row.privacyVersion !== PRIVACY_VERSION;
    const weakness = checkPassword(newPassword, { username: row.username });
    if (weakness) throw new Refusal(weakness, { field: 'newPassword' });
    if (mustAccept && !privacy) throw new Refusal('privacy_not_accepted', { field: 'privacy' });
    await refuseRemembered(op.tx, accountId, row.passwordHash, newPassword);
    await op.tx.insert(passwordHistory).values({ id: newId(), accountId, passwordHash: row.passwordHash, at: op.now });
    await op.tx
      .update(account)
      .set({
        passwordHash: await hashPassword(newPassword),
        passwordChangedAt: op.now,
        mustChangePassword: false,
        ...(mustAccept ? { privacyVersion: PRIVACY_VERSION, privacyAcceptedAt: op.now } : {}),
      })
      .where(eq(account.id, accountId));
    await op.record({ subject: { type: 'account', id: accountId }, data: {} });
  });
  await forgetAttempts(limit);
  await endOtherSessions(accountId, sessionId);
}

async function refuseRemembered(tx: Tx, accountId: string, present: string, next: string): Promise<void> {
  const old = await tx
    .select()
    .from(passwordHistory)
    .where(eq(passwordHistory.accountId, accountId))
    .orderBy(desc(passwordHistory.at), desc(passwordHistory.id));
  const remembered = [present, ...old.slice(0, REMEMBERED - 1).map((row) => row.passwordHash)];
  const same = await Promise.all(remembered.map((hash) => verifyPassword(hash, next)));
  if (same.includes(true)) throw new Refusal('password_reused', { field: 'newPassword' });
  const forgotten = old.slice(REMEMBERED - 1).map((row) => row.id);
  if (forgotten.length > 0) await tx.delete(passwordHistory).where(inArray(passwordHistory.id, forgotten));
}
