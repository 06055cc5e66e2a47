import type { HealthCareRuleStatus } from '../requirement';

/** What a version of the rule says: numbers that the city may set, most of them proposals until a document gives them. */
export interface HealthCareRuleText {
  inForceFromOn: string;
  /** Institutions first filed from this day on are newly set up. */
  newSinceOn: string;
  minimumStaff: number;
  childrenPerFullTime: number;
  graceDays: number;
  replacementDays: number;
  /** How long a certificate without a printed end is good for; null = for good. */
  certificateMonths: number | null;
  isOfficial: boolean;
  documentNo: string;
}

/** What a version is to somebody who reads the list on a day. */
export const RULE_STATES = ['in_force', 'future', 'past', 'draft', 'withdrawn'] as const;
export type RuleState = (typeof RULE_STATES)[number];

interface Dated {
  id: string;
  status: HealthCareRuleStatus;
  inForceFromOn: string;
}

/** Where a version stands on a day among all of them, and from when the next one holds. */
export function standingOf(rule: Dated, all: readonly Dated[], today: string): { state: RuleState; untilOn: string | null } {
  if (rule.status !== 'published') return { state: rule.status, untilOn: null };
  const later = all
    .filter(({ status, inForceFromOn }) => status === 'published' && inForceFromOn > rule.inForceFromOn)
    .map(({ inForceFromOn }) => inForceFromOn)
    .sort()[0];
  const state = rule.inForceFromOn > today ? 'future' : later !== undefined && later <= today ? 'past' : 'in_force';
  return { state, untilOn: later ?? null };
}
