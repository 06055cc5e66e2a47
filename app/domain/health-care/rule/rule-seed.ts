import type { HealthCareRuleText } from './rule';

/**
 * What holds until a document of the city says so: a proposal, in force since the plan began. The 150 children come from
 * 托儿所幼儿园卫生保健管理办法 (clause 12) and the one person from the basic standard of 2022; the days are the platform's own.
 */
export const SEED_RULE: HealthCareRuleText = {
  inForceFromOn: '2023-01-01',
  newSinceOn: '2023-01-01',
  minimumStaff: 1,
  childrenPerFullTime: 150,
  graceDays: 90,
  replacementDays: 90,
  certificateMonths: null,
  isOfficial: false,
  documentNo: '',
};
