import { db, type Tx } from '#db/client';
import type { Context } from '../shared/operation.server';
import { planVisit, type VisitPlan } from './plan-visit.server';

/** The same plan for several institutions: all of them or none. @returns how many */
export async function planDueVisits(ctx: Context, institutionIds: readonly string[], plan: Omit<VisitPlan, 'kind'>): Promise<number> {
  const institutions = [...new Set(institutionIds)];
  const each = async (tx: Tx) => {
    for (const institutionId of institutions)
      await planVisit({ ...ctx, tx }, { institutionId, followsId: null }, { ...plan, kind: 'routine' });
  };
  await (ctx.tx ? each(ctx.tx) : db.transaction(each));
  return institutions.length;
}
