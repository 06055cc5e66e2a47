import { and, eq, ne, sql } from 'drizzle-orm';
import { candidate, sitting } from '#db/schema';
import { newId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { accountOf, lockSitting } from './find-sitting.server';
import { candidateNumber, isWindowOpen } from './sitting';
import { markTaught } from './taught-candidates.server';

export interface Seat {
  candidateId: string;
  number: string;
  assessorTaughtHer: boolean;
  /** False when she was registered already: a second click, a repeated list. */
  isNew: boolean;
}

interface Applicant {
  sittingId: string;
  personId: string;
  /** null = a society learner by herself */
  collegeId: string | null;
}

/**
 * One seat and the next number, under the row lock of the sitting; the check of the table keeps the seats inside the
 * capacity, whatever the program believes.
 * @throws NotFound, Refusal sitting_not_open, sitting_full
 */
export async function takeSeat(op: Operation<'candidate.registered'>, { sittingId, personId, collegeId }: Applicant): Promise<Seat> {
  const { tx, now } = op;
  const held = await lockSitting(tx, sittingId);
  const live = and(eq(candidate.sittingId, sittingId), eq(candidate.personId, personId), ne(candidate.status, 'withdrawn'));
  const [there] = await tx.select().from(candidate).where(live);
  if (there) return op.unchanged({ candidateId: there.id, number: there.number, assessorTaughtHer: there.assessorTaughtHer, isNew: false });
  if (!isWindowOpen(held, beijingDate(now))) throw new Refusal('sitting_not_open');
  if (held.seatsTaken >= held.capacity) throw new Refusal('sitting_full');
  const number = candidateNumber(held.code, held.lastCandidate + 1);
  const id = newId();
  await tx
    .update(sitting)
    .set({ seatsTaken: sql`${sitting.seatsTaken} + 1`, lastCandidate: sql`${sitting.lastCandidate} + 1` })
    .where(eq(sitting.id, sittingId));
  await tx
    .insert(candidate)
    .values({ id, sittingId, personId, number, collegeId, status: 'registered', registeredAt: now, registeredBy: accountOf(op.actor) });
  const assessorTaughtHer = (await markTaught(tx, sittingId, beijingDate(now))).includes(id);
  await op.record({
    subject: { type: 'candidate', id },
    data: { sittingId, personId, collegeId, number, assessorTaughtHer },
  });
  return { candidateId: id, number, assessorTaughtHer, isNew: true };
}
