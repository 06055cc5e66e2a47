import type { HealthCareFacts, HealthPost, TrainingCertificate } from '~/domain/health-care/clock/facts';
import type { HealthCareRuleVersion, HealthCareSegment } from '~/domain/health-care/clock/segments';

export const RULE: HealthCareRuleVersion = {
  id: 'v1',
  inForceFromOn: '2023-01-01',
  newSinceOn: '2023-01-01',
  minimumStaff: 1,
  childrenPerFullTime: 150,
  graceDays: 90,
  replacementDays: 90,
  certificateMonths: null,
};

export const FILED = '2024-01-01';
/** Ninety days after it: the last day in time. */
export const DUE = '2024-03-31';

/** An institution of Chaoyang, filed on FILED, 80 places, nobody there. */
export const institution = (facts: Partial<HealthCareFacts> = {}): HealthCareFacts => ({
  institutionId: 'i',
  periods: [{ fromOn: FILED, untilOn: null, filingStatus: 'filed', districtCode: '110105' }],
  capacities: [{ fromOn: FILED, untilOn: null, capacity: 80 }],
  posts: [],
  certificates: [],
  ...facts,
});

export const post = (personId: string, fromOn = '2023-06-01', more: Partial<HealthPost> = {}): HealthPost => ({
  personId,
  fromOn,
  untilOn: null,
  isFullTime: true,
  off: [],
  ...more,
});

export const certificate = (personId: string, issuedOn: string, more: Partial<TrainingCertificate> = {}): TrainingCertificate => ({
  personId,
  issuedOn,
  validUntil: null,
  revokedOn: null,
  ...more,
});

/** `from standing (due)`, one line each. */
export const told = (segments: readonly HealthCareSegment[]): string[] =>
  segments.map(({ fromOn, untilOn, standing, dueOn }) => `${fromOn}..${untilOn ?? ''} ${standing} ${dueOn}`);

export const standingOn = (segments: readonly HealthCareSegment[], day: string): string | undefined =>
  segments.find(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || day < untilOn))?.standing;
