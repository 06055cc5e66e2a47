import { askMinimumDecision, classesBelowMinimum } from '~/domain/training-class/ask-minimum-decision.server';
import type { Handler } from './handler';

export const sweepMinimumJob: Handler = async ({ ctx }) => {
  let asked = 0;
  for (const classId of await classesBelowMinimum(ctx.now)) asked += (await askMinimumDecision(ctx, classId)) ? 1 : 0;
  return asked === 0 ? 'no class below its minimum' : `${asked} decisions asked for`;
};
