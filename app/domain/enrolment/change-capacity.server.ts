import { eq } from 'drizzle-orm';
import { trainingClass } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { isSettled, lockOwnClass } from '../training-class/lock-class.server';
import { lockSeats } from './lock-seats.server';
import { offerFreeSeats } from './offer-free-seats.server';
import { mayChangeCapacity } from './seats';

/** More or fewer seats, never fewer than are held. Added seats are offered in the order of the queue at once. */
export function changeCapacity(ctx: Context, { classId, capacity }: { classId: string; capacity: number }): Promise<void> {
  return operation(ctx, 'class.capacity_changed', async (op) => {
    const before = await lockOwnClass(op, classId);
    if (before.capacity === capacity) return op.unchanged(undefined);
    if (isSettled(before.status)) throw new Refusal('class_not_open');
    if (capacity < before.minimumSize) throw new Refusal('minimum_above_capacity', { field: 'capacity' });
    const lapsed = await offerFreeSeats(op.ctx, await lockSeats(op.tx, classId, op.now));
    if (!mayChangeCapacity(capacity, lapsed.seatsTaken)) {
      throw new Refusal('capacity_below_held', { field: 'capacity', params: { held: lapsed.seatsTaken } });
    }
    await op.tx.update(trainingClass).set({ capacity }).where(eq(trainingClass.id, classId));
    await op.record({ subject: { type: 'class', id: classId }, data: { before: before.capacity, after: capacity } });
    await offerFreeSeats(op.ctx, { ...lapsed, capacity });
  });
}
