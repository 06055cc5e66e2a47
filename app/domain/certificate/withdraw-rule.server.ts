import { and, eq } from 'drizzle-orm';
import { countingRule } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { isFuture } from './counting-rule';
import { lockRule } from './find-rule.server';

/** Takes back a draft, or a published version before its day. What was in force on any day stays. */
export function withdrawRule(ctx: Context, ruleId: string, reason: string): Promise<void> {
  return operation(ctx, 'rule.withdrawn', async (op) => {
    const rule = await lockRule(op, ruleId);
    if (rule.status === 'withdrawn') return op.unchanged(undefined);
    if (rule.status === 'published' && !isFuture(rule, beijingDate(op.now))) throw new Refusal('rule_in_force');
    await op.tx
      .update(countingRule)
      .set({ status: 'withdrawn' })
      .where(and(eq(countingRule.id, ruleId), eq(countingRule.status, rule.status)));
    await op.record({ subject: { type: 'counting_rule', id: ruleId }, data: { code: rule.code, version: rule.version, reason } });
  });
}
