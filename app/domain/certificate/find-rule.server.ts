import { eq, type InferSelectModel } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { countingRule } from '#db/schema';
import { isId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { NotFound, Refusal } from '../shared/refusals';
import type { RuleText } from './counting-rule';

export type CountingRule = InferSelectModel<typeof countingRule>;

/** @throws NotFound */
export async function getRule(ruleId: string, tx: Tx = db): Promise<CountingRule> {
  const [rule] = isId(ruleId) ? await tx.select().from(countingRule).where(eq(countingRule.id, ruleId)) : [];
  if (!rule) throw new NotFound();
  return rule;
}

/** Locked against other authors. @throws NotFound; Forbidden for whoever may not edit rules */
export async function lockRule(op: Operation<'rule.edited' | 'rule.published' | 'rule.withdrawn'>, ruleId: string): Promise<CountingRule> {
  op.require('rule.edit');
  const [rule] = isId(ruleId) ? await op.tx.select().from(countingRule).where(eq(countingRule.id, ruleId)).for('update') : [];
  if (!rule) throw new NotFound();
  return rule;
}

/** @throws Refusal */
export function requireWhole({ clauses, isOfficial, documentNo }: Pick<RuleText, 'clauses' | 'isOfficial' | 'documentNo'>): void {
  if (clauses.length === 0) throw new Refusal('rule_without_clause', { field: 'clauses' });
  if (isOfficial && documentNo === '') throw new Refusal('rule_document_missing', { field: 'documentNo' });
}
