import { and, eq, isNull, ne } from 'drizzle-orm';
import { account, accountClaim, person } from '#db/schema';
import { decryptField } from '~/platform/crypto.server';
import { isId } from '../shared/id';
import { type Context, type Operation, operation } from '../shared/operation.server';
import { can, hasLine } from '../shared/policy';
import { Conflict, Forbidden, NotFound, Refusal } from '../shared/refusals';
import { sealPhone } from '../shared/secrets.server';
import { placesOfPerson } from './places.server';

type Op = Operation<'account.claim_decided'>;

async function lockClaim(op: Op, claimId: string) {
  if (!hasLine(op.actor, 'claim.decide')) throw new Forbidden();
  if (!isId(claimId)) throw new NotFound();
  const [claim] = await op.tx.select().from(accountClaim).where(eq(accountClaim.id, claimId)).for('update');
  if (!claim) throw new NotFound();
  const places = await placesOfPerson(op.tx, claim.personId, op.now);
  if (!can(op.actor, 'claim.decide') && !places.some((place) => can(op.actor, 'claim.decide', place))) throw new NotFound();
  if (op.actor.kind === 'user' && op.actor.accountId === claim.accountId) throw new Forbidden('own_account');
  return claim;
}

const author = (op: Op): string | null => (op.actor.kind === 'user' ? op.actor.accountId : null);

const decided = (op: Op, claim: { id: string; accountId: string }, decision: 'confirmed' | 'refused') =>
  op.record({ subject: { type: 'account', id: claim.accountId }, data: { claimId: claim.id, decision } });

/** The account is this person's. Other claims on her are refused with it. */
export const confirmClaim = (ctx: Context, claimId: string): Promise<void> =>
  operation(ctx, 'account.claim_decided', async (op) => {
    const claim = await lockClaim(op, claimId);
    if (claim.status === 'confirmed') return op.unchanged(undefined);
    if (claim.status !== 'pending') throw new Conflict('claim_decided');
    const [holder] = await op.tx.select({ id: account.id }).from(account).where(eq(account.personId, claim.personId));
    if (holder) throw new Refusal('person_has_account');
    const [joined] = await op.tx
      .update(account)
      .set({ personId: claim.personId })
      .where(and(eq(account.id, claim.accountId), isNull(account.personId)))
      .returning();
    if (!joined) throw new Conflict();
    await fillPhone(op, claim.personId, joined.phoneEncrypted);
    const decision = { decidedAt: op.now, decidedBy: author(op) };
    await op.tx
      .update(accountClaim)
      .set({ status: 'confirmed', ...decision })
      .where(eq(accountClaim.id, claimId));
    await decided(op, claim, 'confirmed');
    const others = await op.tx
      .update(accountClaim)
      .set({ status: 'refused', ...decision })
      .where(and(eq(accountClaim.personId, claim.personId), eq(accountClaim.status, 'pending'), ne(accountClaim.id, claimId)))
      .returning();
    for (const other of others) await decided(op, other, 'refused');
  });

/** The account's number is hers now: messages go there where none was known. */
async function fillPhone(op: Op, personId: string, accountPhone: string | null): Promise<void> {
  if (!accountPhone) return;
  const sealed = sealPhone(decryptField(accountPhone, 'account.phone'), 'person.phone');
  await op.tx
    .update(person)
    .set(sealed)
    .where(and(eq(person.id, personId), isNull(person.phoneHash)));
}

/** Not this person. The account may name somebody else, with a corrected number. */
export const refuseClaim = (ctx: Context, claimId: string, reason: string): Promise<void> =>
  operation(ctx, 'account.claim_decided', async (op) => {
    const claim = await lockClaim(op, claimId);
    if (claim.status === 'refused') return op.unchanged(undefined);
    if (claim.status !== 'pending') throw new Conflict('claim_decided');
    await op.tx
      .update(accountClaim)
      .set({ status: 'refused', reason, decidedAt: op.now, decidedBy: author(op) })
      .where(eq(accountClaim.id, claimId));
    await decided(op, claim, 'refused');
  });
