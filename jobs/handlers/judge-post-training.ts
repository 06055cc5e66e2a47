import { judgePostTraining } from '~/domain/completion/judge-post-training.server';
import { listToJudge } from '~/domain/completion/post-training-queries.server';
import type { Handler } from './handler';

/** After a closing or the end of a completion those concerned; from the timetable whoever was missed. */
export const judgePostTrainingJob: Handler = async ({ ctx, event }) => {
  const closingId = event?.data.closingId;
  const after = typeof closingId === 'string' ? { closingId } : event ? { completionId: event.subjectId } : null;
  const judged = { issued: 0, revoked: 0, unchanged: 0 };
  for (const { personId, category } of await listToJudge(after)) judged[await judgePostTraining(ctx, personId, category)] += 1;
  return `${judged.issued} issued, ${judged.revoked} revoked`;
};
