import { and, eq } from 'drizzle-orm';
import { assessor, person } from '#db/schema';
import { isId, newId } from '../shared/id';
import type { IdType } from '../shared/identity';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { identityHash } from '../shared/secrets.server';
import { lockOwnSitting } from './find-sitting.server';
import { markTaught } from './taught-candidates.server';

interface Assessor {
  sittingId: string;
  name: string;
  /** Where her document is given and the platform knows her, she is recognised under her registered name, too. */
  idType: IdType;
  idNumber: string | null;
}

/** Names an assessor. Whoever taught a candidate is pointed out and logged, never refused. @returns how many she taught */
export function addAssessor(ctx: Context, { sittingId, name, idType, idNumber }: Assessor): Promise<{ taught: number }> {
  return operation(ctx, 'assessor.added', async (op) => {
    const held = await lockOwnSitting(op, 'sitting.manage', sittingId);
    if (held.status !== 'open') throw new Refusal('wrong_state');
    const [known] = idNumber
      ? await op.tx
          .select({ id: person.id })
          .from(person)
          .where(eq(person.idNumberHash, identityHash(idType, idNumber)))
      : [];
    const id = newId();
    const made = await op.tx
      .insert(assessor)
      .values({ id, sittingId, name, personId: known?.id ?? null })
      .onConflictDoNothing()
      .returning({ id: assessor.id });
    if (made.length === 0) throw new Refusal('assessor_exists', { field: 'name' });
    const taught = await markTaught(op.tx, sittingId, beijingDate(op.now));
    await op.record({ subject: { type: 'sitting', id: sittingId }, data: { sittingId, assessorId: id, taught } });
    return { taught: taught.length };
  });
}

export function removeAssessor(ctx: Context, sittingId: string, assessorId: string): Promise<void> {
  return operation(ctx, 'assessor.removed', async (op) => {
    const held = await lockOwnSitting(op, 'sitting.manage', sittingId);
    if (held.status !== 'open') throw new Refusal('wrong_state');
    const own = and(eq(assessor.id, assessorId), eq(assessor.sittingId, sittingId));
    const gone = isId(assessorId) ? await op.tx.delete(assessor).where(own).returning({ id: assessor.id }) : [];
    if (gone.length === 0) return op.unchanged(undefined);
    await markTaught(op.tx, sittingId, beijingDate(op.now));
    await op.record({ subject: { type: 'sitting', id: sittingId }, data: { sittingId, assessorId } });
  });
}
