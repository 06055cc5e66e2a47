import { eq } from 'drizzle-orm';
import { account } from '#db/schema';
import { PRIVACY_VERSION } from '../account/account';
import { hashPassword } from '../account/password.server';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { phoneHash, sealPhone } from '../shared/secrets.server';
import { claimPerson } from './claim-person.server';
import type { Registration } from './inputs';
import { INTERN_MIN_AGE } from './person';
import { requireAge } from './require-age';

/** The phone or the person has an account: nothing of this registration stays, and that account is told. */
class AlreadyRegistered extends Error {
  constructor(readonly accountId: string) {
    super('already registered');
  }
}

/**
 * A trainee makes herself an account. Whether the number or the phone was known makes no difference to the answer:
 * a new person gets her account at once, a person entered by somebody else gets one that waits for confirmation.
 * @throws Refusal too_young
 */
export async function registerTrainee(ctx: Context, input: Registration): Promise<void> {
  requireAge(input, INTERN_MIN_AGE, beijingDate(ctx.now));
  const passwordHash = await hashPassword(input.newPassword);
  try {
    await register(ctx, input, passwordHash);
  } catch (error) {
    if (!(error instanceof AlreadyRegistered)) throw error;
    const subject = { type: 'account', id: error.accountId };
    await operation(ctx, 'account.registration_repeated', (op) => op.record({ subject, data: {} }));
  }
}

const register = (ctx: Context, input: Registration, passwordHash: string): Promise<void> =>
  operation(ctx, 'account.registered', async (op) => {
    const accountId = newId();
    const [made] = await op.tx
      .insert(account)
      .values({
        id: accountId,
        displayName: input.name,
        ...sealPhone(input.phone, 'account.phone'),
        passwordHash,
        passwordChangedAt: op.now,
        status: 'active',
        privacyVersion: PRIVACY_VERSION,
        privacyAcceptedAt: op.now,
        createdAt: op.now,
      })
      .onConflictDoNothing({ target: account.phoneHash })
      .returning({ id: account.id });
    if (!made) {
      const [holder] = await op.tx
        .select({ id: account.id })
        .from(account)
        .where(eq(account.phoneHash, phoneHash(input.phone)));
      throw new AlreadyRegistered(holder?.id ?? accountId);
    }
    await op.record({ subject: { type: 'account', id: accountId }, data: { privacyVersion: PRIVACY_VERSION } });
    const { holder } = await claimPerson(op, accountId, { ...input, isPreService: input.work === 'pre_service' });
    if (holder) throw new AlreadyRegistered(holder);
  });
