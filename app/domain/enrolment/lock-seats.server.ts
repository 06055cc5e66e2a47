import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { trainingClass } from '#db/schema';
import { NotFound } from '../shared/refusals';

/** The class as the seats need it, held until the transaction ends. */
export interface SeatClass {
  id: string;
  providerId: string;
  districtCode: string | null;
  status: (typeof trainingClass.$inferSelect)['status'];
  enrolFromOn: string;
  enrolUntilOn: string;
  startsAt: Date;
  endsOn: string;
  capacity: number;
  seatsTaken: number;
  waitingCount: number;
  lastQueuePlace: number;
  freeWithdrawal: boolean;
  /** An offer's deadline has passed and nobody has noticed yet. */
  hasExpired: boolean;
}

const COLUMNS = {
  id: trainingClass.id,
  providerId: trainingClass.providerId,
  districtCode: trainingClass.districtCode,
  status: trainingClass.status,
  enrolFromOn: trainingClass.enrolFromOn,
  enrolUntilOn: trainingClass.enrolUntilOn,
  startsAt: trainingClass.startsAt,
  endsOn: trainingClass.endsOn,
  capacity: trainingClass.capacity,
  seatsTaken: trainingClass.seatsTaken,
  waitingCount: trainingClass.waitingCount,
  lastQueuePlace: trainingClass.lastQueuePlace,
  freeWithdrawal: trainingClass.freeWithdrawal,
};

/**
 * Takes the row lock under which every seat and queue place of a class changes hands. Persons are locked before it.
 * @throws NotFound
 */
export async function lockSeats(tx: Tx, classId: string, now: Date): Promise<SeatClass> {
  const hasExpired = sql<boolean>`exists (select 1 from enrolment e where e.class_id = ${classId} and e.status = 'offered' and e.offer_expires_at <= ${now.toISOString()}::timestamptz)`;
  const [row] = await tx
    .select({ ...COLUMNS, hasExpired })
    .from(trainingClass)
    .where(eq(trainingClass.id, classId))
    .for('no key update');
  if (!row) throw new NotFound();
  return row;
}
