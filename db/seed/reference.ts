import { db } from '#db/client';
import { shipOutlines } from '~/domain/course/ship-outlines.server';
import { shipPlan } from '~/domain/goal/ship-plan.server';

/** What every deployment begins with, demo or not: training outlines (proposed hours), plan periods and targets. Safe to repeat. */
export const seedReference = (now: Date): Promise<void> =>
  db.transaction(async (tx) => {
    const ctx = { actor: { kind: 'system', job: 'reference' } as const, now, tx };
    await shipOutlines(ctx);
    await shipPlan(ctx);
  });
