import { freezeRate } from '~/domain/rate/freeze-rate.server';
import { rebuildSteps } from '~/domain/rate/rebuild-rate.server';
import { recountRate } from '~/domain/rate/recount-rate.server';
import { refreshAll } from '~/domain/rate/refresh-rate.server';
import { addDays, beijingDate, monthOf } from '~/domain/shared/period';
import type { Handler } from './handler';

export const refreshRateJob: Handler = async ({ ctx }) => `${await refreshAll(ctx)} people worked out`;

/** Everybody first (they are marked), then the figures, then the other way again, so that a mended figure loses its mark. */
export const rebuildRateJob: Handler = async ({ ctx }) => {
  const people = await refreshAll(ctx);
  const cells = await rebuildSteps(ctx);
  const { differences } = await recountRate(ctx);
  return `${people} people worked out, ${cells} figures mended, ${differences} differences`;
};

/** The day that ended and, once a month has, its last day: also when the night itself was missed. */
export const freezeRateJob: Handler = async ({ ctx }) => {
  await refreshAll(ctx);
  const today = beijingDate(ctx.now);
  const nightly = await freezeRate(ctx, 'nightly', addDays(today, -1));
  const monthly = await freezeRate(ctx, 'monthly', addDays(monthOf(today), -1));
  return `${[nightly, monthly].filter((id) => id !== null).length} snapshots made`;
};

export const recountRateJob: Handler = async ({ ctx }) => {
  await refreshAll(ctx);
  const { differences } = await recountRate(ctx);
  return differences === 0 ? 'agrees' : `${differences} differences`;
};
