import { addDays, addMonths, overlaps, type Period } from '../shared/period';

/** A worker says that she works somewhere; the institution answers. */
export const POST_CLAIM_STATUSES = ['pending', 'confirmed', 'refused', 'withdrawn', 'escalated'] as const;
export type PostClaimStatus = (typeof POST_CLAIM_STATUSES)[number];
export const OPEN_POST_CLAIM_STATUSES = ['pending', 'escalated'] as const satisfies readonly PostClaimStatus[];

/** What a worker may say is wrong with an entry about her. */
export const DISPUTE_KINDS = ['never_worked_here', 'left_earlier', 'wrong_role', 'wrong_dates', 'other'] as const;
export type DisputeKind = (typeof DISPUTE_KINDS)[number];

export const DISPUTE_STATUSES = ['open', 'escalated', 'accepted', 'rejected', 'withdrawn'] as const;
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];
export const OPEN_DISPUTE_STATUSES = ['open', 'escalated'] as const satisfies readonly DisputeStatus[];

/** What officers decide about one identity on two current rosters (挂靠). */
export const DOUBLE_ROSTER_DECISIONS = ['both_real', 'one_ended', 'entry_wrong', 'affiliation_confirmed'] as const;
export type DoubleRosterDecision = (typeof DOUBLE_ROSTER_DECISIONS)[number];
/** Decisions after which one of the two entries stands no longer: ended from a day, or never true. */
export const ENDING_DECISIONS = ['one_ended', 'entry_wrong', 'affiliation_confirmed'] as const satisfies readonly DoubleRosterDecision[];

export const ROSTER_REMINDERS = ['soon', 'due', 'stale'] as const;
export type RosterReminder = (typeof ROSTER_REMINDERS)[number];

/** How old the word of an institution about its roster is. Stale is unknown, never zero. */
export const FRESHNESSES = ['fresh', 'soon', 'stale', 'never'] as const;
export type Freshness = (typeof FRESHNESSES)[number];

const SOON_DAYS = 2;

/** `days` is the setting `roster_confirm_days`. `dueOn` is the last day on which the confirmation is fresh. */
export function freshnessOf(confirmedOn: string | null, today: string, days: number): { freshness: Freshness; dueOn: string | null } {
  if (confirmedOn === null) return { freshness: 'never', dueOn: null };
  const dueOn = addDays(confirmedOn, days);
  if (today > dueOn) return { freshness: 'stale', dueOn };
  return { freshness: today >= addDays(dueOn, -SOON_DAYS) ? 'soon' : 'fresh', dueOn };
}

/** Which reminder belongs to a day: two days before the last, on the last, and after it. */
export function reminderOf(confirmedOn: string | null, today: string, days: number): RosterReminder | null {
  const { freshness, dueOn } = freshnessOf(confirmedOn, today, days);
  if (freshness === 'stale' || freshness === 'never') return 'stale';
  if (freshness === 'fresh') return null;
  return today === dueOn ? 'due' : 'soon';
}

export const STAFF_ALERTS = [
  'health_cert_missing',
  'health_cert_expired',
  'health_cert_soon',
  'background_missing',
  'background_overdue',
  'contract_ended',
  'contract_soon',
] as const;
export type StaffAlert = (typeof STAFF_ALERTS)[number];

const SOON = 30;
/** Asked again every year (未成年人保护法, clause 62). */
const BACKGROUND_MONTHS = 12;

export interface StaffDates {
  healthCertValidUntil: string | null;
  backgroundCheckedOn: string | null;
  contractUntilOn: string | null;
}

/** What is missing or runs out for somebody on a staff list: alerts, which exclude nobody from any figure. */
export function alertsOf({ healthCertValidUntil, backgroundCheckedOn, contractUntilOn }: StaffDates, today: string): StaffAlert[] {
  const soon = addDays(today, SOON);
  const alerts: StaffAlert[] = [];
  if (healthCertValidUntil === null) alerts.push('health_cert_missing');
  else if (healthCertValidUntil < today) alerts.push('health_cert_expired');
  else if (healthCertValidUntil <= soon) alerts.push('health_cert_soon');
  if (backgroundCheckedOn === null) alerts.push('background_missing');
  else if (addMonths(backgroundCheckedOn, BACKGROUND_MONTHS) < today) alerts.push('background_overdue');
  if (contractUntilOn !== null && contractUntilOn < today) alerts.push('contract_ended');
  else if (contractUntilOn !== null && contractUntilOn <= soon) alerts.push('contract_soon');
  return alerts;
}

/** Alerts under which somebody may not be at work with children, or which a law sets a date for. */
export const SERIOUS_ALERTS: readonly StaffAlert[] = ['health_cert_missing', 'health_cert_expired', 'background_overdue'];

export interface HeldPost extends Period {
  id: string;
  institutionId: string;
  isMainPost: boolean;
  isFullTime: boolean;
  isIntern: boolean;
}

const isOver = (post: Period, today: string): boolean => post.endOn !== null && (post.endOn <= today || post.endOn <= post.startOn);

const firstBegun = (a: HeldPost, b: HeldPost): number => a.startOn.localeCompare(b.startOn) || a.id.localeCompare(b.id);

/** The post that stands for her: the one that does already, else full-time before part-time, staff before intern, the oldest first. */
export function mainPostOf(posts: readonly HeldPost[], today: string): HeldPost | null {
  const present = posts.filter((post) => !isOver(post, today)).sort(firstBegun);
  const rank = (post: HeldPost) => (post.isIntern ? 2 : 0) + (post.isFullTime ? 0 : 1);
  const byRank = [...present].sort((a, b) => rank(a) - rank(b) || firstBegun(a, b));
  return present.find((post) => post.isMainPost) ?? byRank[0] ?? null;
}

/** Posts at two institutions that overlap from today on, one pair for each two institutions, the earlier post first. */
export function doublePairs(posts: readonly HeldPost[], today: string): [HeldPost, HeldPost][] {
  const present = posts.filter((post) => !isOver(post, today)).sort(firstBegun);
  const pairs = new Map<string, [HeldPost, HeldPost]>();
  for (const [at, first] of present.entries()) {
    for (const second of present.slice(at + 1)) {
      if (second.institutionId === first.institutionId || !overlaps(first, second)) continue;
      const key = [first.institutionId, second.institutionId].sort().join(' ');
      if (!pairs.has(key)) pairs.set(key, [first, second]);
    }
  }
  return [...pairs.values()];
}

// How lists of staff and of flags may be narrowed.
export const STAFF_STATES = ['current', 'ended', 'all'] as const;
export const PRESENCES = ['on_post', 'off_post', 'part_time', 'intern'] as const;
export type Presence = (typeof PRESENCES)[number];
export const ALERT_FILTERS = ['any', 'health', 'background', 'contract', 'disputed'] as const;
export type AlertFilter = (typeof ALERT_FILTERS)[number];
export const DOUBLE_ROSTER_STATES = ['open', 'decided', 'settled', 'all'] as const;
