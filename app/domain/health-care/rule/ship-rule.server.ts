import { db } from '#db/client';
import { healthCareRule } from '#db/schema';
import type { Context } from '../../shared/operation.server';
import { draftHealthCareRule } from './draft-rule.server';
import { publishHealthCareRule } from './publish-rule.server';
import { SEED_RULE } from './rule-seed';

/** Gives a new database the first version of the rule, a proposal; one that has any is left alone. */
export async function shipHealthCareRule(ctx: Context): Promise<void> {
  if ((await (ctx.tx ?? db).select({ id: healthCareRule.id }).from(healthCareRule).limit(1)).length > 0) return;
  await publishHealthCareRule(ctx, await draftHealthCareRule(ctx, SEED_RULE));
}
