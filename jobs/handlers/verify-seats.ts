import { verifySeats } from '~/domain/enrolment/verify-seats.server';
import type { Handler } from './handler';

export const verifySeatsJob: Handler = async ({ ctx }) => {
  const { classes, found } = await verifySeats(ctx);
  return found.length === 0 ? `${classes} classes in order` : `${found.length} differences in ${classes} classes`;
};
