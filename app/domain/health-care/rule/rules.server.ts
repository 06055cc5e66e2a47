import { desc, ne } from 'drizzle-orm';
import { db } from '#db/client';
import { healthCareRule } from '#db/schema';
import { ruleOn } from '../clock/segments';
import { getHealthCareRule, type HealthCareRule } from './find-rule.server';
import { type HealthCareRuleText, type RuleState, standingOf } from './rule';

export interface ListedHealthCareRule extends HealthCareRuleText {
  id: string;
  version: number;
  state: RuleState;
  /** Day from which the next version holds. */
  untilOn: string | null;
}

const listed = (rule: HealthCareRule, all: readonly HealthCareRule[], today: string): ListedHealthCareRule => {
  const { status: _status, createdAt: _at, createdBy: _by, publishedAt: _publishedAt, publishedBy: _publishedBy, ...text } = rule;
  return { ...text, ...standingOf(rule, all, today) };
};

/** Every version, the latest first; drafts for those who may write them. */
export async function listHealthCareRules(today: string, { drafts }: { drafts: boolean }): Promise<ListedHealthCareRule[]> {
  const rows = await db
    .select()
    .from(healthCareRule)
    .where(drafts ? undefined : ne(healthCareRule.status, 'draft'))
    .orderBy(desc(healthCareRule.version));
  return rows.map((row) => listed(row, rows, today));
}

/** @throws NotFound */
export async function readHealthCareRule(ruleId: string, today: string): Promise<ListedHealthCareRule> {
  const rule = await getHealthCareRule(ruleId);
  return listed(rule, await db.select().from(healthCareRule), today);
}

/** What a new draft begins with: the version named, or the one in force. */
export async function healthCareDraftBasis(from: string | undefined, today: string): Promise<ListedHealthCareRule | null> {
  const rows = await listHealthCareRules(today, { drafts: true });
  return rows.find(({ id }) => id === from) ?? rows.find(({ state }) => state === 'in_force') ?? null;
}

/** The version that a day is read by; null before the first. */
export async function healthCareRuleOn(day: string): Promise<ListedHealthCareRule | null> {
  const published = (await listHealthCareRules(day, { drafts: false })).filter(({ state }) => state !== 'withdrawn');
  return ruleOn(published, day) ?? null;
}
