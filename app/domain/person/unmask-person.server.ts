import { eq } from 'drizzle-orm';
import { person } from '#db/schema';
import { decryptField } from '~/platform/crypto.server';
import { isId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { can, hasLine } from '../shared/policy';
import { countAttempt } from '../shared/rate-limit.server';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import { holdersOfPerson } from './places.server';

const LIMIT = { points: 60, seconds: 60 * 60 };

/**
 * Reads one number of one person in clear, for a reason that stays in the log.
 * @returns the number, to be shown this once; null when none is stored
 */
export async function unmaskPerson(ctx: Context, personId: string, field: 'id_number' | 'phone', reason: string): Promise<string | null> {
  return operation(ctx, 'person.unmasked', async (op) => {
    if (op.actor.kind !== 'user' || !hasLine(op.actor, 'person.unmask')) throw new Forbidden();
    if (!isId(personId)) throw new NotFound();
    const [found] = await op.tx.select().from(person).where(eq(person.id, personId));
    const holders = found ? await holdersOfPerson(op.tx, personId) : [];
    if (!found || !holders.some((holder) => can(op.actor, 'person.unmask', holder))) throw new NotFound();
    const attempt = await countAttempt({ kind: 'unmask', key: op.actor.accountId, ...LIMIT }, op.now);
    if (!attempt.allowed) throw new Refusal('rate_limited', { params: { minutes: attempt.minutes } });
    await op.record({ subject: { type: 'person', id: personId }, data: { field, reason } });
    if (field === 'id_number') return decryptField(found.idNumberEncrypted, 'person.id_number');
    return found.phoneEncrypted ? decryptField(found.phoneEncrypted, 'person.phone') : null;
  });
}
