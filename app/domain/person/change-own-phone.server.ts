import { and, eq, ne } from 'drizzle-orm';
import { account, person } from '#db/schema';
import { verifyPassword } from '../account/password.server';
import type { UserActor } from '../shared/actor';
import { type Context, operation } from '../shared/operation.server';
import { countAttempt, forgetAttempts } from '../shared/rate-limit.server';
import { NotFound, Refusal } from '../shared/refusals';
import { phoneHash, sealPhone } from '../shared/secrets.server';

interface NewPhone {
  phone: string;
  currentPassword: string;
}

/** One's own number: it signs in from now on, and messages go there. Guesses at the password and at numbers of others are few. */
export async function changeOwnPhone(ctx: Context & { actor: UserActor }, { phone, currentPassword }: NewPhone): Promise<void> {
  const { accountId } = ctx.actor;
  const limit = { kind: 'change-phone', key: accountId, points: 5, seconds: 60 * 60 };
  const attempt = await countAttempt(limit, ctx.now);
  if (!attempt.allowed) throw new Refusal('rate_limited', { params: { minutes: attempt.minutes } });
  await operation(ctx, 'account.phone_changed', async (op) => {
    const [row] = await op.tx.select().from(account).where(eq(account.id, accountId)).for('update');
    if (!row) throw new NotFound();
    if (!(await verifyPassword(row.passwordHash, currentPassword))) throw new Refusal('password_wrong', { field: 'currentPassword' });
    const hash = phoneHash(phone);
    if (row.phoneHash === hash) return op.unchanged(undefined);
    const taken = and(eq(account.phoneHash, hash), ne(account.id, accountId));
    const [other] = await op.tx.select({ id: account.id }).from(account).where(taken);
    if (other) throw new Refusal('phone_not_usable', { field: 'phone' });
    await op.tx.update(account).set(sealPhone(phone, 'account.phone')).where(eq(account.id, accountId));
    if (row.personId) await op.tx.update(person).set(sealPhone(phone, 'person.phone')).where(eq(person.id, row.personId));
    await op.record({ subject: { type: 'account', id: accountId }, data: {} });
  });
  await forgetAttempts(limit);
}
