import type { RuleCode, RuleVersion } from '../certificate/counting-rule';
import type { HeldCertificate } from '../certificate/does-it-count';
import type { FilingStatus, OperatorType } from '../organisation/organisation';

/** Half-open days; null = for as long as nothing changes. */
export interface Days {
  fromOn: string;
  untilOn: string | null;
}

/** A caregiver's post; interns have none in the rate. */
export interface PostFacts {
  engagementId: string;
  institutionId: string;
  isMainPost: boolean;
  startOn: string;
  endOn: string | null;
  off: readonly Days[];
}

export interface InstitutionFacts extends Days {
  filingStatus: FilingStatus;
  operatorType: OperatorType;
  districtCode: string;
}

export interface PersonFacts {
  personId: string;
  healthCertValidUntil: string | null;
  certificates: readonly HeldCertificate[];
  posts: readonly PostFacts[];
}

export interface RateBasis {
  rules: Readonly<Record<RuleCode, readonly RuleVersion[]>>;
  institutions: ReadonlyMap<string, readonly InstitutionFacts[]>;
  /** Whether institutions under the coming licence are taken in (a setting, off by default). */
  licensedCount: boolean;
}

export const FOREVER = '9999-12-31';
export const ended = (day: string | null): string => day ?? FOREVER;

const isFiledStatus = (status: FilingStatus, licensedCount: boolean): boolean =>
  status === 'filed' || status === 'changed_pending' || (licensedCount && status === 'licensed');

/** Taken in beyond the filing list, unless it closed: nursery classes of kindergartens and family sites. */
const isExtension = ({ operatorType, filingStatus }: InstitutionFacts): boolean =>
  (operatorType === 'kindergarten_class' || operatorType === 'family_site') && filingStatus !== 'cancelled';

export interface Piece {
  post: PostFacts;
  facts: InstitutionFacts;
  isFiled: boolean;
  from: string;
  until: string;
}

/** Days on post at an institution that the rate takes in. */
export function piecesOf({ posts }: PersonFacts, { institutions, licensedCount }: RateBasis): Piece[] {
  const pieces: Piece[] = [];
  for (const post of posts) {
    for (const facts of institutions.get(post.institutionId) ?? []) {
      const isFiled = isFiledStatus(facts.filingStatus, licensedCount);
      if (!isFiled && !isExtension(facts)) continue;
      let from = post.startOn > facts.fromOn ? post.startOn : facts.fromOn;
      const until = ended(post.endOn) < ended(facts.untilOn) ? ended(post.endOn) : ended(facts.untilOn);
      for (const off of [...post.off].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
        if (ended(off.untilOn) <= from || off.fromOn >= until) continue;
        if (from < off.fromOn) pieces.push({ post, facts, isFiled, from, until: off.fromOn });
        if (ended(off.untilOn) > from) from = ended(off.untilOn);
      }
      if (from < until) pieces.push({ post, facts, isFiled, from, until });
    }
  }
  return pieces;
}
