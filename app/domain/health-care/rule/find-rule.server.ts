import { eq, type InferSelectModel } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { healthCareRule } from '#db/schema';
import { isId } from '../../shared/id';
import type { Operation } from '../../shared/operation.server';
import { NotFound, Refusal } from '../../shared/refusals';
import type { HealthCareRuleText } from './rule';

export type HealthCareRule = InferSelectModel<typeof healthCareRule>;

type Writing = 'health_care_rule.edited' | 'health_care_rule.published' | 'health_care_rule.withdrawn';

/** @throws NotFound */
export async function getHealthCareRule(ruleId: string, tx: Tx = db): Promise<HealthCareRule> {
  const [rule] = isId(ruleId) ? await tx.select().from(healthCareRule).where(eq(healthCareRule.id, ruleId)) : [];
  if (!rule) throw new NotFound();
  return rule;
}

/** Locked against other authors. @throws NotFound; Forbidden for whoever may not edit rules */
export async function lockHealthCareRule(op: Operation<Writing>, ruleId: string): Promise<HealthCareRule> {
  op.require('health_care_rule.edit');
  const [rule] = isId(ruleId) ? await op.tx.select().from(healthCareRule).where(eq(healthCareRule.id, ruleId)).for('update') : [];
  if (!rule) throw new NotFound();
  return rule;
}

/** @throws Refusal for an official rule without the document that says so */
export function requireDocument({ isOfficial, documentNo }: Pick<HealthCareRuleText, 'isOfficial' | 'documentNo'>): void {
  if (isOfficial && documentNo === '') throw new Refusal('rule_document_missing', { field: 'documentNo' });
}
