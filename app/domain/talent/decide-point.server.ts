import { and, eq, isNotNull } from 'drizzle-orm';
import { programmePoint } from '#db/schema';
import { authorIn } from '../organisation/find-organisation.server';
import { type Context, operation } from '../shared/operation.server';
import { Conflict, Refusal } from '../shared/refusals';
import { lockPoint } from './find-point.server';
import { checkOf, filingMark } from './programme';

/** The city has looked at the filing and it counts from now on. `seen`: the filing that the page showed. */
export const confirmPoint = (ctx: Context, pointId: string, seen: string): Promise<void> =>
  operation(ctx, 'point.confirmed', async (op) => {
    const point = await lockPoint(op, 'point.confirm', pointId);
    const check = checkOf({ ...point, confirmed: point.confirmedAt !== null });
    if (check === 'none') throw new Refusal('point_not_filed');
    if (seen !== filingMark(point)) throw new Conflict('stale');
    if (check === 'confirmed') return op.unchanged(undefined);
    await op.tx
      .update(programmePoint)
      .set({ confirmedAt: op.now, confirmedBy: authorIn(op.actor), returnReason: null })
      .where(and(eq(programmePoint.id, pointId), isNotNull(programmePoint.filedOn)));
    await op.record({ subject: { type: 'programme_point', id: pointId }, data: { collegeId: point.collegeId } });
  });

/** Back to the college with a reason; what was confirmed counts no more until it is confirmed again. */
export const returnPoint = (ctx: Context, pointId: string, reason: string): Promise<void> =>
  operation(ctx, 'point.returned', async (op) => {
    const point = await lockPoint(op, 'point.confirm', pointId);
    const check = checkOf({ ...point, confirmed: point.confirmedAt !== null });
    if (check === 'none') throw new Refusal('point_not_filed');
    if (check === 'returned' && point.returnReason === reason) return op.unchanged(undefined);
    await op.tx
      .update(programmePoint)
      .set({ confirmedAt: null, confirmedBy: null, returnReason: reason })
      .where(and(eq(programmePoint.id, pointId), isNotNull(programmePoint.filedOn)));
    await op.record({ subject: { type: 'programme_point', id: pointId }, data: { collegeId: point.collegeId, reason } });
  });
