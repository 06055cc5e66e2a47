import { eq } from 'drizzle-orm';
import { placement } from '#db/schema';
import { type Context, operation } from '../../shared/operation.server';
import { addDays, beijingDate } from '../../shared/period';
import { Forbidden, Refusal } from '../../shared/refusals';
import { lockPlacement, requirePlacementMove, sideOf } from './find-placement.server';
import { endInternPost } from './intern-post.server';

interface BreakOff {
  /** First day on which she is there no more; counts as the first day where it has not begun. */
  endedOn: string;
  reason: string;
}

/** It ends before its time, by the college or by the institution. A proposal can only be taken back by its college. */
export const breakOffPlacement = (ctx: Context, placementId: string, input: BreakOff): Promise<void> =>
  operation(ctx, 'placement.broken_off', async (op) => {
    const { row } = await lockPlacement(op, 'placement.check', placementId);
    const by = sideOf(op.actor, row);
    if (row.status === 'broken_off') return op.unchanged(undefined);
    requirePlacementMove(row.status, 'broken_off');
    if (row.status === 'proposed' && by !== 'college') throw new Forbidden();
    const earliest = row.fromOn;
    const endedOn = row.status === 'proposed' || input.endedOn < earliest ? earliest : input.endedOn;
    const tomorrow = addDays(beijingDate(op.now), 1);
    if (endedOn > earliest && (endedOn > tomorrow || endedOn > row.untilOn)) throw new Refusal('placement_break_day', { field: 'endedOn' });
    await op.tx.update(placement).set({ status: 'broken_off', endedOn, reason: input.reason }).where(eq(placement.id, row.id));
    await op.record({ subject: { type: 'placement', id: row.id }, data: { by, endedOn, reason: input.reason } });
    await endInternPost(op, row, endedOn);
  });
