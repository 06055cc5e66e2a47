import { eq } from 'drizzle-orm';
import { account } from '#db/schema';
import type { UserActor } from '../shared/actor';
import type { IdType } from '../shared/identity';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Conflict, NotFound } from '../shared/refusals';
import { claimPerson } from './claim-person.server';
import { INTERN_MIN_AGE } from './person';
import { requireAge } from './require-age';

interface Identity {
  name: string;
  idType: IdType;
  idNumber: string;
  work: 'institution' | 'pre_service';
}

/** An account that is nobody's record says whose it is: issued by an organisation, or after a refused claim. */
export function identifyAccount(ctx: Context & { actor: UserActor }, input: Identity): Promise<'joined' | 'claimed'> {
  requireAge(input, INTERN_MIN_AGE, beijingDate(ctx.now));
  return operation(ctx, 'account.identified', async (op) => {
    const { accountId } = ctx.actor;
    const [found] = await op.tx.select().from(account).where(eq(account.id, accountId)).for('update');
    if (!found) throw new NotFound();
    if (found.personId) throw new Conflict('already_done');
    await op.tx.update(account).set({ displayName: input.name }).where(eq(account.id, accountId));
    const { outcome } = await claimPerson(op, accountId, { ...input, isPreService: input.work === 'pre_service' });
    await op.record({ subject: { type: 'account', id: accountId }, data: { outcome } });
    return outcome;
  });
}
