import { tellOverdueFinding, untoldOverdueFindings } from '~/domain/health-care/tell-overdue-finding.server';
import type { Handler } from './handler';

/** Says once of every finding that its day to be mended has passed. */
export const sweepFindingsJob: Handler = async ({ ctx }) => {
  let told = 0;
  for (const id of await untoldOverdueFindings(ctx.now)) told += (await tellOverdueFinding(ctx, id)) ? 1 : 0;
  return told === 0 ? 'no finding has become overdue' : `${told} findings are overdue`;
};
