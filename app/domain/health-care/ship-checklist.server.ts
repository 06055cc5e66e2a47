import { db } from '#db/client';
import { guidanceChecklist } from '#db/schema';
import type { Context } from '../shared/operation.server';
import { SEED_CHECKLIST } from './checklist-seed';
import { draftChecklist } from './draft-checklist.server';
import { publishChecklist } from './publish-checklist.server';

/** Gives a new database the shipped checklist, a proposal; one that has any is left alone. @returns how many it gave */
export async function shipChecklist(ctx: Context): Promise<number> {
  if ((await (ctx.tx ?? db).select({ id: guidanceChecklist.id }).from(guidanceChecklist).limit(1)).length > 0) return 0;
  await publishChecklist(ctx, await draftChecklist(ctx, SEED_CHECKLIST));
  return 1;
}
