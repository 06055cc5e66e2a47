import { and, eq, isNull, sql } from 'drizzle-orm';
import { account, accountClaim } from '#db/schema';
import type { EventName } from '../shared/events';
import { newId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { enterPerson, type PersonFacts } from './enter-person.server';

/** `joined`: the account is hers now. `claimed`: somebody entered her before, so her institution or district must say. */
export type Claimed = { outcome: 'joined' | 'claimed'; personId: string; holder: string | null };

/**
 * Joins an account that is nobody's yet with the person it names. Part of operations, not one itself.
 * `holder` is the account that this person already has.
 */
export async function claimPerson<Name extends EventName>(op: Operation<Name>, accountId: string, facts: PersonFacts): Promise<Claimed> {
  const { person, isNew } = await enterPerson(op, facts);
  if (isNew) {
    await op.tx
      .update(account)
      .set({ personId: person.id })
      .where(and(eq(account.id, accountId), isNull(account.personId)));
    return { outcome: 'joined', personId: person.id, holder: null };
  }
  const [holder] = await op.tx.select({ id: account.id }).from(account).where(eq(account.personId, person.id));
  const claimId = newId();
  const [opened] = await op.tx
    .insert(accountClaim)
    .values({ id: claimId, accountId, personId: person.id, status: 'pending', createdAt: op.now })
    .onConflictDoNothing({ target: [accountClaim.accountId, accountClaim.personId], where: sql`${accountClaim.status} = 'pending'` })
    .returning({ id: accountClaim.id });
  if (opened) {
    await op.recordAs('account.claim_opened', { subject: { type: 'account', id: accountId }, data: { claimId, personId: person.id } });
  }
  return { outcome: 'claimed', personId: person.id, holder: holder?.id ?? null };
}
