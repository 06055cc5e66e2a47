import type { FilingStatus } from '../../organisation/organisation';
import { addDays, addMonths } from '../../shared/period';
import type { TrainedStaff } from '../requirement';

/** Half-open days; null = for as long as nothing changes. */
export interface Days {
  fromOn: string;
  untilOn: string | null;
}

export interface FilingPeriod extends Days {
  filingStatus: FilingStatus;
  districtCode: string;
}

export interface CapacityPeriod extends Days {
  capacity: number;
}

/** A health-care post; interns have none here. */
export interface HealthPost extends Days {
  personId: string;
  isFullTime: boolean;
  off: readonly Days[];
}

/** A verified certificate of health-care training, or one that was until it was revoked. */
export interface TrainingCertificate {
  personId: string;
  issuedOn: string;
  /** Last valid day; null = none printed. */
  validUntil: string | null;
  /** Counts no more from this day. */
  revokedOn: string | null;
}

export interface HealthCareFacts {
  institutionId: string;
  periods: readonly FilingPeriod[];
  capacities: readonly CapacityPeriod[];
  posts: readonly HealthPost[];
  certificates: readonly TrainingCertificate[];
}

export const FOREVER = '9999-12-31';
export const ended = (day: string | null): string => day ?? FOREVER;
export const covers = ({ fromOn, untilOn }: Days, day: string): boolean => fromOn <= day && day < ended(untilOn);

/** A licence under the coming law follows the filing: it does not end what the filing began. */
const IN_FILING: readonly FilingStatus[] = ['filed', 'changed_pending', 'licensed'];
export const isInFiling = ({ filingStatus }: Pick<FilingPeriod, 'filingStatus'>): boolean => IN_FILING.includes(filingStatus);

/** The day of the first filing ever; filing again after a cancellation does not make an institution new. */
export const firstFiledOn = (periods: readonly FilingPeriod[]): string | null =>
  periods
    .filter(isInFiling)
    .map(({ fromOn }) => fromOn)
    .sort()[0] ?? null;

/** Places on a day. Before the first day that is known of them, as they were on that day; 0 = nobody knows. */
export const capacityOn = (capacities: readonly CapacityPeriod[], day: string): number => {
  const sorted = [...capacities].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  return (sorted.findLast(({ fromOn }) => fromOn <= day) ?? sorted[0])?.capacity ?? 0;
};

/** Days on which a certificate is good; without an end printed on it, the rule's months give one. */
export const validDays = ({ issuedOn, validUntil, revokedOn }: TrainingCertificate, months: number | null): Days => {
  const printed = validUntil === null ? null : addDays(validUntil, 1);
  const ends = [printed ?? (months === null ? null : addMonths(issuedOn, months)), revokedOn].filter((day) => day !== null);
  return { fromOn: issuedOn, untilOn: ends.sort()[0] ?? null };
};

const isOnPost = (post: HealthPost, day: string): boolean => covers(post, day) && !post.off.some((off) => covers(off, day));

export interface StaffOnDay extends TrainedStaff {
  trainedIds: readonly string[];
  onPostIds: readonly string[];
}

/** Health-care staff on post on a day, and who of them is trained; somebody with two posts is one person. */
export function staffOn({ posts, certificates }: HealthCareFacts, day: string, months: number | null): StaffOnDay {
  const here = posts.filter((post) => isOnPost(post, day));
  const onPostIds = [...new Set(here.map(({ personId }) => personId))].sort();
  const isTrained = (personId: string) =>
    certificates.some((certificate) => certificate.personId === personId && covers(validDays(certificate, months), day));
  const trainedIds = onPostIds.filter(isTrained);
  const isFullTime = (personId: string) => here.some((post) => post.personId === personId && post.isFullTime);
  return { trained: trainedIds.length, trainedFullTime: trainedIds.filter(isFullTime).length, trainedIds, onPostIds };
}

/** Every day on which something of an institution may be another than the day before. */
export function cutsOf({ periods, capacities, posts, certificates }: HealthCareFacts, months: number | null): string[] {
  const days = [
    ...periods,
    ...capacities,
    ...posts,
    ...posts.flatMap(({ off }) => off),
    ...certificates.map((each) => validDays(each, months)),
  ];
  return [...new Set(days.flatMap(({ fromOn, untilOn }) => [fromOn, ended(untilOn)]))].sort();
}
