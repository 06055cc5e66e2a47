import { foldTally } from '~/domain/goal/fold-tally.server';
import type { Handler } from './handler';

const BATCH = 2_000;

/** Batch after batch until nothing waits; each is a transaction of its own, so nobody waits long for a lock. */
export const foldTallyJob: Handler = async ({ ctx }) => {
  let total = 0;
  for (let folded = BATCH; folded > 0; total += folded) folded = await foldTally(ctx, BATCH);
  return `${total} entries folded`;
};
