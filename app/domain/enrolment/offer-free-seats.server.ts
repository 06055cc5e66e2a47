import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { trainingClass } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { classPhase } from '../training-class/training-class';
import type { SeatClass } from './lock-seats.server';
import { mayStillOffer, offerDeadline } from './offer-deadline';

interface Moved extends Record<string, unknown> {
  id: string;
  person_id: string;
  queue_place?: number;
}

/** Whoever set it in motion, seats are given by the rule: the log names the rule as the author. */
const ALLOCATOR = { kind: 'system', job: 'seats.allocate' } as const;

/**
 * The one allocator. Lets expired offers lapse, then offers every free seat in the order of the queue; close to the
 * start nothing is offered any more and the queue ends. The class must be locked.
 * @returns the class as it is afterwards, and how many seats and places moved
 */
export function offerFreeSeats(ctx: Context & { tx: Tx }, held: SeatClass): Promise<SeatClass & { moved: number }> {
  return operation({ ...ctx, actor: ALLOCATOR }, 'enrolment.offered', async (op) => {
    const at = op.now.toISOString();
    const lapsed = held.hasExpired
      ? await op.tx.execute<Moved>(sql`
          update enrolment set status = 'lapsed', updated_at = ${at}::timestamptz
          where class_id = ${held.id} and status = 'offered' and offer_expires_at <= ${at}::timestamptz returning id, person_id`)
      : [];
    const seats = held.seatsTaken - lapsed.length;
    const settled = ['closing_review', 'closed', 'cancelled'].includes(classPhase(held, op.now));
    const open = !settled && mayStillOffer(op.now, held.startsAt);
    const free = open ? held.capacity - seats : 0;
    const expiresAt = offerDeadline(op.now, held.startsAt).toISOString();
    const offered =
      free > 0 && held.waitingCount > 0
        ? await op.tx.execute<Moved>(sql`
            update enrolment e set status = 'offered', offered_at = ${at}::timestamptz, offer_expires_at = ${expiresAt}::timestamptz, updated_at = ${at}::timestamptz
            from (select id from enrolment where class_id = ${held.id} and status = 'waitlisted' order by queue_place limit ${free} for update) next
            where e.id = next.id returning e.id, e.person_id, e.queue_place`)
        : [];
    const ended = !open && held.waitingCount > 0 ? await endQueue(op.tx, held.id, at) : [];
    const moved = lapsed.length + offered.length + ended.length;
    if (moved === 0) return op.unchanged({ ...held, hasExpired: false, moved });
    const after = {
      ...held,
      hasExpired: false,
      seatsTaken: seats + offered.length,
      waitingCount: held.waitingCount - offered.length - ended.length,
    };
    await setCounters(op.tx, after);
    const subject = (row: Moved) => ({ subject: { type: 'enrolment', id: row.id }, data: { classId: held.id, personId: row.person_id } });
    for (const row of lapsed) await op.recordAs('enrolment.offer_lapsed', subject(row));
    for (const row of [...offered].sort((a, b) => (a.queue_place ?? 0) - (b.queue_place ?? 0)))
      await op.record({ ...subject(row), data: { ...subject(row).data, expiresAt } });
    for (const row of ended) await op.recordAs('enrolment.waiting_ended', subject(row));
    return { ...after, moved };
  });
}

const endQueue = (tx: Tx, classId: string, at: string) =>
  tx.execute<Moved>(sql`
    update enrolment set status = 'lapsed', updated_at = ${at}::timestamptz
    where class_id = ${classId} and status = 'waitlisted' returning id, person_id`);

const setCounters = (tx: Tx, { id, seatsTaken, waitingCount }: SeatClass) =>
  tx.update(trainingClass).set({ seatsTaken, waitingCount }).where(eq(trainingClass.id, id));

/** Books what a decision gives back, then gives it to whoever waits. */
export async function releaseSeat(ctx: Context & { tx: Tx }, held: SeatClass, from: 'seat' | 'queue'): Promise<void> {
  const after = from === 'seat' ? { ...held, seatsTaken: held.seatsTaken - 1 } : { ...held, waitingCount: held.waitingCount - 1 };
  await setCounters(ctx.tx, after);
  await offerFreeSeats(ctx, after);
}
