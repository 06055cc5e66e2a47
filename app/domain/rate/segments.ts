import { type CertifiedPeriod, certifiedPeriods } from '../certificate/certified-periods';
import { RULE_CODES } from '../certificate/counting-rule';
import { type Days, ended, FOREVER, type PersonFacts, type PostFacts, piecesOf, type RateBasis } from './posts';

/** One row of `rate_segment` without its versions. */
export interface Segment extends Days {
  personId: string;
  engagementId: string;
  institutionId: string;
  districtCode: string;
  operatorType: string;
  isFiled: boolean;
  leadsFiled: boolean;
  leadsExtended: boolean;
  strictBy: string | null;
  standardBy: string | null;
  broadBy: string | null;
  strictPending: string | null;
  standardPending: string | null;
  broadPending: string | null;
}

/** Main post first, then the one that began first. */
const leads = (a: PostFacts, b: PostFacts): boolean => {
  if (a.isMainPost !== b.isMainPost) return a.isMainPost;
  if (a.startOn !== b.startOn) return a.startOn < b.startOn;
  return a.engagementId <= b.engagementId;
};

const holding = (periods: readonly CertifiedPeriod[], day: string): CertifiedPeriod | undefined =>
  periods.find(({ fromOn, untilOn }) => fromOn <= day && day < ended(untilOn));

const certificates = (certified: readonly (readonly CertifiedPeriod[])[], day: string) => {
  const [strict, standard, broad] = certified.map((periods) => holding(periods, day));
  const by = (period?: CertifiedPeriod) => (period?.verdict === 'counts' ? period.certificateId : null);
  const pending = (period?: CertifiedPeriod) => (period?.verdict === 'needs_document' ? period.certificateId : null);
  return {
    strictBy: by(strict),
    standardBy: by(standard),
    broadBy: by(broad),
    strictPending: pending(strict),
    standardPending: pending(standard),
    broadPending: pending(broad),
  };
};

const COMPARED = [
  'districtCode',
  'operatorType',
  'isFiled',
  'leadsFiled',
  'leadsExtended',
  'strictBy',
  'standardBy',
  'broadBy',
  'strictPending',
  'standardPending',
  'broadPending',
] as const satisfies readonly (keyof Segment)[];

/** Everything of a row but its days, as one text: two rows with the same say the same. */
const contentOf = (segment: Segment): string =>
  [segment.personId, segment.engagementId, segment.institutionId, ...COMPARED.map((key) => segment[key])].join('|');
export const segmentKey = (segment: Segment): string => `${contentOf(segment)}|${segment.fromOn}|${segment.untilOn}`;

/**
 * Every post of a person, cut wherever anything about it changes (domain rule 持证上岗率, a proposal): on post and not an
 * intern, in an institution that the rate takes in, with the certificate that makes her count under each rule.
 */
export function segmentsOf(person: PersonFacts, basis: RateBasis): Segment[] {
  const pieces = piecesOf(person, basis);
  if (pieces.length === 0) return [];
  const holder = { ...person, role: 'caregiver' as const };
  const certified = RULE_CODES.map((code) => certifiedPeriods(basis.rules[code], holder));
  const cuts = new Set(pieces.flatMap(({ from, until }) => [from, until]));
  for (const { fromOn, untilOn } of certified.flat()) cuts.add(fromOn).add(ended(untilOn));
  const days = [...cuts].sort();
  const rows: Segment[] = [];
  for (const [at, day] of days.entries()) {
    const until = days[at + 1];
    const here = pieces.filter((piece) => piece.from <= day && day < piece.until);
    if (until === undefined || here.length === 0) continue;
    const held = certificates(certified, day);
    for (const { post, facts, isFiled } of here) {
      const row: Segment = {
        personId: person.personId,
        engagementId: post.engagementId,
        institutionId: post.institutionId,
        districtCode: facts.districtCode,
        operatorType: facts.operatorType,
        isFiled,
        leadsFiled: isFiled && here.every((other) => !other.isFiled || leads(post, other.post)),
        leadsExtended: here.every((other) => leads(post, other.post)),
        fromOn: day,
        untilOn: until === FOREVER ? null : until,
        ...held,
      };
      const before = rows.findLast(({ engagementId }) => engagementId === post.engagementId);
      if (before?.untilOn === day && contentOf(before) === contentOf(row)) before.untilOn = row.untilOn;
      else rows.push(row);
    }
  }
  return rows;
}
