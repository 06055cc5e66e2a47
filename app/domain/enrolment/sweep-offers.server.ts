import { and, inArray, lte, or, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { enrolment, trainingClass } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { HOUR } from '../shared/period';
import { CLASS_OPEN } from '../training-class/training-class';
import { lockSeats } from './lock-seats.server';
import { offerFreeSeats } from './offer-free-seats.server';

/** Two hours before the start the queue ends (offer-deadline). */
const QUEUE_ENDS_BEFORE = 2 * HOUR;

/**
 * Classes in which an offer has expired, a seat is free while somebody waits, or the queue should have ended: found in
 * the database, whatever happened to the job that should have come at that minute.
 */
export async function classesToSweep(now: Date): Promise<string[]> {
  const expired = sql`exists (select 1 from ${enrolment} e where e.class_id = ${trainingClass.id} and e.status = 'offered' and e.offer_expires_at <= ${now.toISOString()}::timestamptz)`;
  const waiting = and(
    sql`${trainingClass.waitingCount} > 0`,
    or(
      sql`${trainingClass.seatsTaken} < ${trainingClass.capacity}`,
      lte(trainingClass.startsAt, new Date(now.getTime() + QUEUE_ENDS_BEFORE)),
    ),
  );
  const rows = await db
    .select({ id: trainingClass.id })
    .from(trainingClass)
    .where(and(inArray(trainingClass.status, [...CLASS_OPEN]), or(expired, waiting)))
    .orderBy(trainingClass.id);
  return rows.map((row) => row.id);
}

/** Passes on what has lapsed in one class. A class in order is left as it is. @returns seats and places that moved */
export function sweepClass(ctx: Context, classId: string): Promise<number> {
  return operation(ctx, 'enrolment.offered', async (op) => {
    op.require('enrolment.decide');
    const { moved } = await offerFreeSeats(op.ctx, await lockSeats(op.tx, classId, op.now));
    return op.unchanged(moved);
  });
}
