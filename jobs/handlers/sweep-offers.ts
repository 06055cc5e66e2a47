import { classesToSweep, sweepClass } from '~/domain/enrolment/sweep-offers.server';
import type { Handler } from './handler';

export const sweepOffersJob: Handler = async ({ ctx }) => {
  let moved = 0;
  for (const classId of await classesToSweep(ctx.now)) moved += await sweepClass(ctx, classId);
  return moved === 0 ? 'nothing to pass on' : `${moved} places moved`;
};
