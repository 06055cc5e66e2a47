import { max } from 'drizzle-orm';
import { healthCareRule } from '#db/schema';
import { newId } from '../../shared/id';
import { type Context, operation } from '../../shared/operation.server';
import { Conflict } from '../../shared/refusals';
import { requireDocument } from './find-rule.server';
import type { HealthCareRuleText } from './rule';

/** Begins a new version of the rule; nothing is counted by it until it is published. @returns its id */
export const draftHealthCareRule = (ctx: Context, text: HealthCareRuleText): Promise<string> =>
  operation(ctx, 'health_care_rule.drafted', async (op) => {
    op.require('health_care_rule.edit');
    requireDocument(text);
    const [latest] = await op.tx.select({ version: max(healthCareRule.version) }).from(healthCareRule);
    const version = (latest?.version ?? 0) + 1;
    const id = newId();
    const made = { createdAt: op.now, createdBy: op.actor.kind === 'user' ? op.actor.accountId : null };
    const written = await op.tx
      .insert(healthCareRule)
      .values({ id, version, ...text, status: 'draft', ...made })
      .onConflictDoNothing()
      .returning({ id: healthCareRule.id });
    if (written.length === 0) throw new Conflict('stale');
    await op.record({ subject: { type: 'health_care_rule', id }, data: { version, inForceFromOn: text.inForceFromOn } });
    return id;
  });
