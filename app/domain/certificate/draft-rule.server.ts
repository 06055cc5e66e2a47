import { eq, max } from 'drizzle-orm';
import { countingRule } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { Conflict } from '../shared/refusals';
import type { RuleCode, RuleText } from './counting-rule';
import { requireWhole } from './find-rule.server';

/** Begins a new version of a rule; nothing is counted by it until it is published. @returns its id */
export function draftRule(ctx: Context, code: RuleCode, text: RuleText): Promise<string> {
  return operation(ctx, 'rule.drafted', async (op) => {
    op.require('rule.edit');
    requireWhole(text);
    const [latest] = await op.tx
      .select({ version: max(countingRule.version) })
      .from(countingRule)
      .where(eq(countingRule.code, code));
    const version = (latest?.version ?? 0) + 1;
    const id = newId();
    const made = { createdAt: op.now, createdBy: op.actor.kind === 'user' ? op.actor.accountId : null };
    const written = await op.tx
      .insert(countingRule)
      .values({ id, code, version, ...text, status: 'draft', ...made })
      .onConflictDoNothing()
      .returning({ id: countingRule.id });
    if (written.length === 0) throw new Conflict('stale');
    await op.record({ subject: { type: 'counting_rule', id }, data: { code, version, inForceFromOn: text.inForceFromOn } });
    return id;
  });
}
