import { and, eq } from 'drizzle-orm';
import { healthCareRule } from '#db/schema';
import { type Context, operation } from '../../shared/operation.server';
import { beijingDate } from '../../shared/period';
import { Refusal } from '../../shared/refusals';
import { lockHealthCareRule } from './find-rule.server';

/** Takes back a draft, or a published version before its day. What was in force on any day stays. */
export const withdrawHealthCareRule = (ctx: Context, ruleId: string, reason: string): Promise<void> =>
  operation(ctx, 'health_care_rule.withdrawn', async (op) => {
    const rule = await lockHealthCareRule(op, ruleId);
    if (rule.status === 'withdrawn') return op.unchanged(undefined);
    if (rule.status === 'published' && rule.inForceFromOn <= beijingDate(op.now)) throw new Refusal('rule_in_force');
    await op.tx
      .update(healthCareRule)
      .set({ status: 'withdrawn' })
      .where(and(eq(healthCareRule.id, ruleId), eq(healthCareRule.status, rule.status)));
    await op.record({ subject: { type: 'health_care_rule', id: ruleId }, data: { version: rule.version, reason } });
  });
