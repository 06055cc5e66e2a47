import { lapseAnswer, unansweredAdmissions } from '~/domain/enrolment/lapse-answer.server';
import type { Handler } from './handler';

export const sweepAnswersJob: Handler = async ({ ctx }) => {
  let lapsed = 0;
  for (const id of await unansweredAdmissions(ctx.now)) lapsed += (await lapseAnswer(ctx, id)) ? 1 : 0;
  return lapsed === 0 ? 'every institution has answered' : `${lapsed} admissions without an answer`;
};
