import { eq } from 'drizzle-orm';
import { placement } from '#db/schema';
import { type Context, operation } from '../../shared/operation.server';
import { addDays, beijingDate } from '../../shared/period';
import { Conflict, Refusal } from '../../shared/refusals';
import { daysOf, type PlacementResult } from '../placement';
import { lockPlacement, requirePlacementMove, sideOf } from './find-placement.server';
import { endInternPost } from './intern-post.server';

/** One of the two that look after her says in points and words how she did; may be said anew until the college finishes it. */
export const assessPlacement = (ctx: Context, placementId: string, { points, text }: { points: number; text: string }): Promise<void> =>
  operation(ctx, 'placement.assessed', async (op) => {
    const { row } = await lockPlacement(op, 'placement.check', placementId);
    const by = sideOf(op.actor, row);
    if (row.status !== 'accepted') throw new Conflict('wrong_state');
    if (beijingDate(op.now) < row.fromOn) throw new Refusal('placement_not_begun');
    const before = by === 'college' ? [row.collegePoints, row.collegeAssessment] : [row.institutionPoints, row.institutionAssessment];
    if (before[0] === points && before[1] === text) return op.unchanged(undefined);
    const said =
      by === 'college' ? { collegePoints: points, collegeAssessment: text } : { institutionPoints: points, institutionAssessment: text };
    await op.tx.update(placement).set(said).where(eq(placement.id, row.id));
    await op.record({ subject: { type: 'placement', id: row.id }, data: { by, points } });
  });

/** The college says what came of it, once it is over and both have assessed it; her post as an intern ends with the last day. */
export const finishPlacement = (ctx: Context, placementId: string, result: PlacementResult): Promise<void> =>
  operation(ctx, 'placement.finished', async (op) => {
    const { row } = await lockPlacement(op, 'placement.manage', placementId);
    if (row.status === 'finished') {
      if (row.result === result) return op.unchanged(undefined);
      throw new Conflict('wrong_state');
    }
    requirePlacementMove(row.status, 'finished');
    const { endOn } = daysOf(row);
    const endedOn = endOn ?? addDays(row.untilOn, 1);
    // Its last day is enough: nobody comes in the evening to press a button.
    if (beijingDate(op.now) < addDays(endedOn, -1)) throw new Refusal('placement_not_over', { params: { date: addDays(endedOn, -1) } });
    if (row.collegePoints === null || row.institutionPoints === null) throw new Refusal('placement_not_assessed');
    await op.tx.update(placement).set({ status: 'finished', result, finishedAt: op.now }).where(eq(placement.id, row.id));
    await op.record({ subject: { type: 'placement', id: row.id }, data: { result } });
    await endInternPost(op, row, endedOn);
  });
