import { and, eq, sql } from 'drizzle-orm';
import { countingRule } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { Refusal } from '../shared/refusals';
import { lockRule, requireWhole } from './find-rule.server';

/**
 * Puts a draft in force from its day. Only the first version of a rule may begin in the past: figures of days that were
 * counted by a rule keep it. Everybody's figures are worked out anew in the background; nothing before the day changes.
 */
export function publishRule(ctx: Context, ruleId: string): Promise<void> {
  return operation(ctx, 'rule.published', async (op) => {
    const rule = await lockRule(op, ruleId);
    if (rule.status === 'published') return op.unchanged(undefined);
    if (rule.status !== 'draft') throw new Refusal('rule_not_draft');
    requireWhole(rule);
    const { code, version, inForceFromOn } = rule;
    // Two drafts of one rule are published one after the other.
    await op.tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`counting_rule ${code}`}))`);
    const others = await op.tx
      .select({ from: countingRule.inForceFromOn })
      .from(countingRule)
      .where(and(eq(countingRule.code, code), eq(countingRule.status, 'published')));
    if (others.length > 0 && inForceFromOn < beijingDate(op.now)) throw new Refusal('rule_in_the_past', { field: 'inForceFromOn' });
    if (others.some(({ from }) => from === inForceFromOn)) throw new Refusal('rule_day_taken', { field: 'inForceFromOn' });
    const by = { publishedAt: op.now, publishedBy: op.actor.kind === 'user' ? op.actor.accountId : null };
    await op.tx
      .update(countingRule)
      .set({ status: 'published', ...by })
      .where(and(eq(countingRule.id, ruleId), eq(countingRule.status, 'draft')));
    await op.record({ subject: { type: 'counting_rule', id: ruleId }, data: { code, version, inForceFromOn } });
  });
}
