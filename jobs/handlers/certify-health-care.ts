import { certifyCompletion } from '~/domain/health-care/training/certify-completion.server';
import { listUncertified } from '~/domain/health-care/training/uncertified.server';
import type { Handler } from './handler';

const BATCH = 500;

/** After a closing or the end of a completion those concerned; after an import and from the timetable whoever was missed. */
export const certifyHealthCareJob: Handler = async ({ ctx, event }) => {
  const done = { certified: 0, revoked: 0, unchanged: 0 };
  const closingId = event?.name === 'class.closed' && typeof event.data.closingId === 'string' ? event.data.closingId : undefined;
  const completionId = event?.subjectType === 'completion' ? event.subjectId : undefined;
  let after: string | undefined;
  for (;;) {
    const found = await listUncertified({ closingId, completionId, after, limit: BATCH });
    for (const id of found) done[await certifyCompletion(ctx, id)] += 1;
    after = found.at(-1);
    if (closingId || completionId || found.length < BATCH) break;
  }
  return `${done.certified} certified, ${done.revoked} revoked`;
};
