import type { RuleCode, RuleVersion } from '~/domain/certificate/counting-rule';
import type { HeldCertificate } from '~/domain/certificate/does-it-count';
import { SEED_RULES, SEED_RULES_FROM } from '~/domain/certificate/rule-seed';
import type { InstitutionFacts, PersonFacts, PostFacts, RateBasis } from '~/domain/rate/posts';

/** The shipped rules as a database would give them. */
export const shippedRules = (): Record<RuleCode, RuleVersion[]> =>
  Object.fromEntries(
    SEED_RULES.map(({ code, clauses }) => [
      code,
      [{ id: `rule-${code}`, code, version: 1, inForceFromOn: SEED_RULES_FROM, clauses, requireValidHealthCert: false }],
    ]),
  ) as unknown as Record<RuleCode, RuleVersion[]>;

export const held = (given: Partial<HeldCertificate> = {}): HeldCertificate => ({
  id: 'c1',
  family: 'hrss_skill_level',
  occupation: '4-10-01-02',
  level: '5',
  childcareRelated: false,
  issuedOn: '2024-01-10',
  validUntil: null,
  status: 'verified',
  revokedOn: null,
  hasCopy: false,
  ...given,
});

export const post = (given: Partial<PostFacts> = {}): PostFacts => ({
  engagementId: 'e1',
  institutionId: 'i1',
  isMainPost: true,
  startOn: '2024-01-01',
  endOn: null,
  off: [],
  ...given,
});

export const person = (given: Partial<PersonFacts> = {}): PersonFacts => ({
  personId: 'p1',
  healthCertValidUntil: null,
  certificates: [],
  posts: [post()],
  ...given,
});

export const institution = (given: Partial<InstitutionFacts> = {}): InstitutionFacts => ({
  fromOn: '2023-01-01',
  untilOn: null,
  filingStatus: 'filed',
  operatorType: 'private',
  districtCode: '110101',
  ...given,
});

export const basis = (given: Partial<RateBasis> = {}): RateBasis => ({
  rules: shippedRules(),
  institutions: new Map([
    ['i1', [institution()]],
    ['i2', [institution({ districtCode: '110105' })]],
  ]),
  licensedCount: false,
  ...given,
});
