import { db } from '#db/client';
import type { Context } from '../shared/operation.server';
import { SEED_OUTLINES } from './outline-seed';
import { latestVersion } from './outline-versions.server';
import { publishOutline } from './publish-outline.server';

/** Gives a new database the shipped outlines; a category that already has one is left alone. */
export async function shipOutlines(ctx: Context): Promise<number> {
  let shipped = 0;
  for (const { version: _version, theoryMinutes: _theory, practiceMinutes: _practice, ...outline } of SEED_OUTLINES) {
    if ((await latestVersion(ctx.tx ?? db, outline.category)) > 0) continue;
    await publishOutline(ctx, outline, 0);
    shipped += 1;
  }
  return shipped;
}
