import { deleteExpiredSessions } from '~/domain/account/session.server';
import { deleteExpiredLimits } from '~/domain/shared/rate-limit.server';
import type { Handler } from './handler';

export const cleanSessionsJob: Handler = async ({ ctx }) => {
  await deleteExpiredSessions();
  await deleteExpiredLimits(ctx.now);
  return 'expired sessions and limits removed';
};
