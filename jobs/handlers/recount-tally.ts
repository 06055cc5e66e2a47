import { recountTally } from '~/domain/goal/recount-tally.server';
import type { Handler } from './handler';

export const recountTallyJob: Handler = async ({ ctx }) => {
  const { differences } = await recountTally(ctx);
  return differences === 0 ? 'agrees' : `${differences} differences`;
};
