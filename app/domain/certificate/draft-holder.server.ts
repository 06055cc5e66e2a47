import { findEngagement } from '../person/find-engagement.server';
import type { Operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import { findHeld } from './find-held.server';

type Op = Operation<'certificate.drafted'>;

/** A person enters her own; an institution those of people on its present roster. */
export async function holderOf(op: Op, engagementId: string | null): Promise<string> {
  if (op.actor.kind !== 'user') throw new Forbidden();
  if (op.actor.role === 'trainee') {
    if (op.actor.personId === null) throw new Refusal('claim_pending');
    op.require('held_certificate.submit', { personId: op.actor.personId });
    return op.actor.personId;
  }
  op.require('held_certificate.submit', { organisationId: op.actor.organisation?.id });
  const { engagement } = await findEngagement(op.tx, op.actor, engagementId ?? '');
  if (engagement.endOn !== null && engagement.endOn <= beijingDate(op.now)) throw new Refusal('post_over');
  return engagement.personId;
}

/** A correction names an entry of the same person that was rejected or revoked, or that is verified with a mistake in it. */
export async function replacedBy(op: Op, replacesId: string | null, personId: string): Promise<string | null> {
  if (replacesId === null) return null;
  const before = await findHeld(op.tx, op.actor, replacesId, op.now);
  if (before.personId !== personId) throw new NotFound();
  if (before.status === 'draft' || before.status === 'submitted') throw new Refusal('certificate_not_decided');
  return before.id;
}
