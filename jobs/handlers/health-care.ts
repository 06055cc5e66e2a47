import { recountHealthCare } from '~/domain/health-care/clock/recount-health-care.server';
import { refreshAllHealthCare } from '~/domain/health-care/clock/refresh-health-care.server';
import { remindDueDays } from '~/domain/health-care/clock/remind-due-days.server';
import type { Handler } from './handler';

export const refreshHealthCareJob: Handler = async ({ ctx }) => `${await refreshAllHealthCare(ctx)} institutions worked out`;

export const recountHealthCareJob: Handler = async ({ ctx }) => {
  await refreshAllHealthCare(ctx);
  const { differences } = await recountHealthCare(ctx);
  return differences === 0 ? 'agrees' : `${differences} differences`;
};

/** Batch after batch until nothing is left to tell; each commits by itself. */
export const remindHealthCareJob: Handler = async ({ ctx }) => {
  let total = 0;
  for (let told = await remindDueDays(ctx); told > 0; told = await remindDueDays(ctx)) total += told;
  return `${total} due days told`;
};
