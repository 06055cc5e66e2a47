import { deleteExpiredSessions } from '~/domain/account/session.server';
import { forgetAnswers } from '~/domain/shared/answer-once.server';
import { deleteExpiredLimits } from '~/domain/shared/rate-limit.server';
import type { Handler } from './handler';

export const cleanSessionsJob: Handler = async ({ ctx }) => {
  await deleteExpiredSessions();
  await deleteExpiredLimits(ctx.now);
  await forgetAnswers(ctx.now);
  return 'expired sessions, limits and answers to clients removed';
};
