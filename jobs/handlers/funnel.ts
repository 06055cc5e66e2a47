import { rebuildFunnelCells } from '~/domain/talent/rebuild-funnel.server';
import { recountFunnel } from '~/domain/talent/recount-funnel.server';
import { refreshWholeFunnel } from '~/domain/talent/refresh-funnel.server';
import type { Handler } from './handler';

export const refreshFunnelJob: Handler = async ({ ctx }) => `${await refreshWholeFunnel(ctx)} people worked out`;

/** Students first (they are marked), then the counts, then the other way again, so that a mended figure loses its mark. */
export const rebuildFunnelJob: Handler = async ({ ctx }) => {
  const people = await refreshWholeFunnel(ctx);
  const cells = await rebuildFunnelCells(ctx);
  const { differences } = await recountFunnel(ctx);
  return `${people} people worked out, ${cells} counts mended, ${differences} differences`;
};

export const recountFunnelJob: Handler = async ({ ctx }) => {
  await refreshWholeFunnel(ctx);
  const { differences } = await recountFunnel(ctx);
  return differences === 0 ? 'agrees' : `${differences} differences`;
};
