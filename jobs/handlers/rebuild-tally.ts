import { METRICS } from '~/domain/goal/goal';
import { rebuildTally } from '~/domain/goal/rebuild-tally.server';
import { recountTally } from '~/domain/goal/recount-tally.server';
import type { Handler } from './handler';

/** Counts the figure that an officer asked for anew, and checks it again, so that a mended one loses its mark. */
export const rebuildTallyJob: Handler = async ({ ctx, event }) => {
  const periodId = event?.subjectId;
  const metric = METRICS.find((each) => each === event?.data.metric);
  if (!periodId || !metric) return 'nothing named';
  const cells = await rebuildTally(ctx, { periodId, metric });
  const { differences } = await recountTally(ctx);
  return `${cells} cells counted, ${differences} differences`;
};
