import { eq } from 'drizzle-orm';
import { placement } from '#db/schema';
import { type Context, operation } from '../../shared/operation.server';
import { Conflict, Refusal } from '../../shared/refusals';
import { lockPlacement } from './find-placement.server';

/** It goes on for longer than agreed; the insurance may follow. */
export const extendPlacement = (
  ctx: Context,
  placementId: string,
  { untilOn, insuredUntilOn }: { untilOn: string; insuredUntilOn: string | null },
): Promise<void> =>
  operation(ctx, 'placement.extended', async (op) => {
    const { row } = await lockPlacement(op, 'placement.manage', placementId);
    if (row.status !== 'accepted' || row.endedOn !== null) throw new Conflict('wrong_state');
    const after = { untilOn, insuredUntilOn: insuredUntilOn ?? row.insuredUntilOn };
    if (row.untilOn === after.untilOn && row.insuredUntilOn === after.insuredUntilOn) return op.unchanged(undefined);
    if (untilOn < row.untilOn) throw new Refusal('placement_extend_later', { field: 'untilOn' });
    await op.tx.update(placement).set(after).where(eq(placement.id, row.id));
    const before = { untilOn: row.untilOn, insuredUntilOn: row.insuredUntilOn };
    await op.record({ subject: { type: 'placement', id: row.id }, data: { before, after } });
  });
