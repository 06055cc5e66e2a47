import { and, eq } from 'drizzle-orm';
import { countingRule } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import type { RuleText } from './counting-rule';
import { lockRule, requireWhole } from './find-rule.server';

/** Changes a draft; what was published stays as it is. */
export function editRule(ctx: Context, ruleId: string, text: RuleText): Promise<void> {
  return operation(ctx, 'rule.edited', async (op) => {
    const rule = await lockRule(op, ruleId);
    if (rule.status !== 'draft') throw new Refusal('rule_not_draft');
    requireWhole(text);
    const fields = (Object.keys(text) as (keyof RuleText)[]).filter((key) => JSON.stringify(text[key]) !== JSON.stringify(rule[key]));
    if (fields.length === 0) return op.unchanged(undefined);
    await op.tx
      .update(countingRule)
      .set(text)
      .where(and(eq(countingRule.id, ruleId), eq(countingRule.status, 'draft')));
    await op.record({ subject: { type: 'counting_rule', id: ruleId }, data: { fields } });
  });
}
