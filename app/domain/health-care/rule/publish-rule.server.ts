import { and, eq, sql } from 'drizzle-orm';
import { healthCareRule } from '#db/schema';
import { type Context, operation } from '../../shared/operation.server';
import { beijingDate } from '../../shared/period';
import { Refusal } from '../../shared/refusals';
import { lockHealthCareRule, requireDocument } from './find-rule.server';

/**
 * Puts a draft in force from its day. Only the first version may begin in the past: days that were read by a version keep
 * it. Every institution is worked out anew in the background.
 */
export const publishHealthCareRule = (ctx: Context, ruleId: string): Promise<void> =>
  operation(ctx, 'health_care_rule.published', async (op) => {
    const rule = await lockHealthCareRule(op, ruleId);
    if (rule.status === 'published') return op.unchanged(undefined);
    if (rule.status !== 'draft') throw new Refusal('rule_not_draft');
    requireDocument(rule);
    const { version, inForceFromOn } = rule;
    // Two drafts are published one after the other.
    await op.tx.execute(sql`select pg_advisory_xact_lock(hashtext('health_care_rule'))`);
    const others = await op.tx
      .select({ from: healthCareRule.inForceFromOn })
      .from(healthCareRule)
      .where(eq(healthCareRule.status, 'published'));
    if (others.length > 0 && inForceFromOn < beijingDate(op.now)) throw new Refusal('rule_in_the_past', { field: 'inForceFromOn' });
    if (others.some(({ from }) => from === inForceFromOn)) throw new Refusal('rule_day_taken', { field: 'inForceFromOn' });
    const by = { publishedAt: op.now, publishedBy: op.actor.kind === 'user' ? op.actor.accountId : null };
    await op.tx
      .update(healthCareRule)
      .set({ status: 'published', ...by })
      .where(and(eq(healthCareRule.id, ruleId), eq(healthCareRule.status, 'draft')));
    await op.record({ subject: { type: 'health_care_rule', id: ruleId }, data: { version, inForceFromOn } });
  });
