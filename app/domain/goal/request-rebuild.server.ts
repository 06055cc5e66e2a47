import { type Context, operation } from '../shared/operation.server';
import { getCityTarget } from './queries.server';
import type { CountedMetric } from './tally-cells.server';

/** Asks for a period's figure to be counted anew and checked again, after the cause of a difference was found. */
export function requestRebuild(ctx: Context, { periodId, metric }: CountedMetric): Promise<void> {
  return operation(ctx, 'tally.rebuild_requested', async (op) => {
    op.require('target.edit');
    await getCityTarget(op.tx, periodId, metric);
    await op.record({ subject: { type: 'period', id: periodId }, data: { periodId, metric } });
  });
}
