import { and, eq } from 'drizzle-orm';
import { healthCareRule } from '#db/schema';
import { type Context, operation } from '../../shared/operation.server';
import { Refusal } from '../../shared/refusals';
import { lockHealthCareRule, requireDocument } from './find-rule.server';
import type { HealthCareRuleText } from './rule';

/** Changes a draft; what was published stays as it is. */
export const editHealthCareRule = (ctx: Context, ruleId: string, text: HealthCareRuleText): Promise<void> =>
  operation(ctx, 'health_care_rule.edited', async (op) => {
    const rule = await lockHealthCareRule(op, ruleId);
    if (rule.status !== 'draft') throw new Refusal('rule_not_draft');
    requireDocument(text);
    const fields = (Object.keys(text) as (keyof HealthCareRuleText)[]).filter((key) => text[key] !== rule[key]);
    if (fields.length === 0) return op.unchanged(undefined);
    await op.tx
      .update(healthCareRule)
      .set(text)
      .where(and(eq(healthCareRule.id, ruleId), eq(healthCareRule.status, 'draft')));
    await op.record({ subject: { type: 'health_care_rule', id: ruleId }, data: { fields } });
  });
