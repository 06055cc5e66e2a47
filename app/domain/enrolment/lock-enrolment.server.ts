import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { enrolment } from '#db/schema';
import type { Actor } from '../shared/actor';
import { isId } from '../shared/id';
import type { Context } from '../shared/operation.server';
import { type Action, can, hasLine } from '../shared/policy';
import { Forbidden, NotFound } from '../shared/refusals';
import { lockSeats, type SeatClass } from './lock-seats.server';
import { offerFreeSeats } from './offer-free-seats.server';
import { lockPerson } from './take-place.server';

export type EnrolmentRow = typeof enrolment.$inferSelect;

/** Whose enrolment it is, for the role that asks: the trainee's own, the institution's, or the provider's. */
const subjectFor = (actor: Actor, row: EnrolmentRow, providerId: string) => {
  const role = actor.kind === 'user' ? actor.role : null;
  return { personId: row.personId, organisationId: role === 'provider_staff' ? providerId : row.institutionId };
};

/**
 * An enrolment with its person and class locked, in that order, and expired offers of the class already lapsed.
 * @throws Forbidden for a role that never does this, NotFound for an enrolment that is none of this actor's business
 */
export async function lockEnrolment(
  op: { tx: Tx; actor: Actor; now: Date; ctx: Context & { tx: Tx } },
  action: Action,
  id: string,
): Promise<{ row: EnrolmentRow; group: SeatClass }> {
  if (!hasLine(op.actor, action)) throw new Forbidden();
  if (!isId(id)) throw new NotFound();
  const read = () => op.tx.select().from(enrolment).where(eq(enrolment.id, id));
  const [before] = await read();
  if (!before) throw new NotFound();
  await lockPerson(op.tx, before.personId);
  const held = await lockSeats(op.tx, before.classId, op.now);
  if (!can(op.actor, action, subjectFor(op.actor, before, held.providerId))) throw new NotFound();
  const group = held.hasExpired ? await offerFreeSeats(op.ctx, held) : held;
  const [row] = await read();
  if (!row) throw new NotFound();
  return { row, group };
}

/** Writes a decision on an enrolment whose class is locked. */
export const setEnrolment = (tx: Tx, id: string, now: Date, values: Partial<typeof enrolment.$inferInsert>) =>
  tx
    .update(enrolment)
    .set({ ...values, updatedAt: now })
    .where(eq(enrolment.id, id));

export const accountOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.accountId : null);
