import { eq, sql } from 'drizzle-orm';
import { candidate, sitting } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { lockCandidate } from './find-sitting.server';
import { isWindowOpen } from './sitting';

/** She, or the college that registered her, gives the seat up while registration is open; her number is never given again. */
export function withdrawCandidate(ctx: Context, candidateId: string, reason: string): Promise<void> {
  return operation(ctx, 'candidate.withdrawn', async (op) => {
    const { row, held } = await lockCandidate(op, 'candidate.withdraw', candidateId);
    if (row.status === 'withdrawn') return op.unchanged(undefined);
    if (!isWindowOpen(held, beijingDate(op.now)) || row.status !== 'registered') throw new Refusal('sitting_withdrawal_closed');
    await op.tx.update(candidate).set({ status: 'withdrawn', assessorTaughtHer: false }).where(eq(candidate.id, candidateId));
    await op.tx
      .update(sitting)
      .set({ seatsTaken: sql`${sitting.seatsTaken} - 1` })
      .where(eq(sitting.id, held.id));
    const by = op.actor.kind === 'user' && op.actor.role === 'provider_staff' ? 'college' : 'self';
    await op.record({
      subject: { type: 'candidate', id: candidateId },
      data: { sittingId: held.id, personId: row.personId, by, reason },
    });
  });
}
