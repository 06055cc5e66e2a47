import { db } from '#db/client';
import { countingRule } from '#db/schema';
import type { Context } from '../shared/operation.server';
import { draftRule } from './draft-rule.server';
import { publishRule } from './publish-rule.server';
import { SEED_RULES, SEED_RULES_FROM } from './rule-seed';

/** Gives a new database the shipped counting rules, all of them proposals; one that has any is left alone. */
export async function shipRules(ctx: Context): Promise<number> {
  if ((await (ctx.tx ?? db).select({ id: countingRule.id }).from(countingRule).limit(1)).length > 0) return 0;
  for (const { code, ...text } of SEED_RULES) {
    const shipped = { inForceFromOn: SEED_RULES_FROM, isOfficial: false, documentNo: '', requireValidHealthCert: false };
    await publishRule(ctx, await draftRule(ctx, code, { ...shipped, ...text }));
  }
  return SEED_RULES.length;
}
