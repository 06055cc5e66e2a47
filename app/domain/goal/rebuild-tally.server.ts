import { type Context, operation } from '../shared/operation.server';
import { type CountedMetric, countAnew, lockTally } from './tally-cells.server';

/**
 * Counts one metric of a period anew from everything folded so far: after a difference was found and mended.
 * @returns how many cells the figures have now
 */
export function rebuildTally(ctx: Context, { periodId, metric }: CountedMetric): Promise<number> {
  return operation(ctx, 'tally.rebuilt', async (op) => {
    await lockTally(op.tx);
    const rows = await countAnew(op.tx, { periodId, metric }, op.now);
    await op.record({ subject: { type: 'target', id: periodId }, data: { periodId, metric, rows } });
    return rows;
  });
}
