import { ENGAGEMENT_ROLES, type EngagementRole } from '../../person/person';
import { includes, type Period } from '../../shared/period';

/** Somebody at an institution in a post for some days. */
export interface Presence extends Period {
  personId: string;
  role: EngagementRole;
  /** Days off post: on leave she is not counted among the staff. */
  off?: readonly Period[];
}

/** Shares of interns that are a reason to look (教职成〔2021〕4号; the numbers are settings). In per cent. */
export interface ShareLimits {
  ofStaff: number;
  ofPost: number;
}

interface Share {
  interns: number;
  /** Without interns. */
  staff: number;
  isOver: boolean;
}

export interface SharesOn {
  day: string;
  total: Share;
  posts: (Share & { role: EngagementRole })[];
}

const isThere = (presence: Presence, day: string): boolean => includes(presence, day) && !presence.off?.some((off) => includes(off, day));
const persons = (presences: readonly Presence[]): number => new Set(presences.map(({ personId }) => personId)).size;

/** Exact: `interns / staff > percent / 100` without rounding. Where there is no staff, one intern is too many. */
const share = (interns: number, staff: number, percent: number): Share => ({
  interns,
  staff,
  isOver: interns * 100 > staff * percent,
});

/** Interns and staff of an institution on a day, each person once in all and once in each post. */
export function sharesOn(day: string, staff: readonly Presence[], interns: readonly Presence[], limits: ShareLimits): SharesOn {
  const present = staff.filter((each) => isThere(each, day));
  const guests = interns.filter((each) => isThere(each, day));
  const posts = ENGAGEMENT_ROLES.map((role) => {
    const of = (each: Presence) => each.role === role;
    return { role, ...share(persons(guests.filter(of)), persons(present.filter(of)), limits.ofPost) };
  }).filter((post) => post.interns > 0);
  return { day, total: share(persons(guests), persons(present), limits.ofStaff), posts };
}

/** Days within a period on which the numbers may be others than the day before, the first one included. */
function daysOfChange({ startOn, endOn }: Period, presences: readonly Presence[]): string[] {
  const days = presences.flatMap((each) => [each, ...(each.off ?? [])]).flatMap((period) => [period.startOn, period.endOn ?? startOn]);
  return [...new Set([startOn, ...days])].filter((day) => day >= startOn && (endOn === null || day < endOn)).sort();
}

interface FirstOver {
  total: SharesOn | null;
  post: SharesOn | null;
}

/** The first day within a period on which the interns are too many: of all staff, and of the staff of a post. */
export function firstDaysOver(
  within: Period & { role: EngagementRole },
  staff: readonly Presence[],
  interns: readonly Presence[],
  limits: ShareLimits,
): FirstOver {
  const found: FirstOver = { total: null, post: null };
  for (const day of daysOfChange(within, [...staff, ...interns])) {
    const shares = sharesOn(day, staff, interns, limits);
    if (shares.total.isOver) found.total ??= shares;
    if (shares.posts.some(({ role, isOver }) => role === within.role && isOver)) found.post ??= shares;
    if (found.total && found.post) break;
  }
  return found;
}
