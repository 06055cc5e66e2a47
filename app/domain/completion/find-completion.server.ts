import { eq } from 'drizzle-orm';
import { completion } from '#db/schema';
import { findClass, subjectOf } from '../attendance/find-class.server';
import { isId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { hasLine } from '../shared/policy';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import type { CompletionStatus } from './completion';

type Ending = Pick<Operation<'completion.revoked' | 'completion.voided'>, 'tx' | 'actor' | 'require'>;

/**
 * The completion that is to end, locked together with its class.
 * @returns null when it has ended this way before
 * @throws Refusal when it ended in the other way, or no reason is given
 */
export async function findCompletionToEnd(op: Ending, input: { completionId: string; reason: string }, ending: CompletionStatus) {
  const byId = eq(completion.id, input.completionId);
  const [where] = isId(input.completionId) ? await op.tx.select({ classId: completion.classId }).from(completion).where(byId) : [];
  if (!hasLine(op.actor, 'completion.revoke')) throw new Forbidden();
  if (!where) throw new NotFound();
  op.require('completion.revoke', subjectOf(await findClass(op.tx, op.actor, where.classId, true)));
  const [found] = await op.tx.select().from(completion).where(byId).for('update');
  if (!found) throw new NotFound();
  if (found.status === ending) return null;
  if (found.status !== 'valid') throw new Refusal('certificate_revoked');
  const reason = input.reason.trim();
  if (reason === '') throw new Refusal('reason_required', { field: 'reason' });
  return { ...found, reason, by: op.actor.kind === 'user' ? op.actor.accountId : null };
}
