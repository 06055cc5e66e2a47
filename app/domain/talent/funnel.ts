import { addMonths, daysBetween } from '../shared/period';

/** From school to post, each stage a part of the one before it or not: counted on its own. */
export const FUNNEL_STAGES = ['student', 'x_certificate', 'placement', 'engaged', 'stayed'] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** Half-open days; null = for as long as nothing changes. */
interface Days {
  fromOn: string;
  untilOn: string | null;
}

/** What is known of one student; order does not matter. */
export interface StudentFacts {
  enrolledOn: string;
  /** Days of issue of her verified 1+X certificates. */
  xIssuedOn: readonly string[];
  /** Placements that an institution accepted; `untilOn` where one was broken off. */
  placements: readonly Days[];
  /** Posts at institutions, without those of interns, with the days off post. */
  posts: readonly (Days & { off: readonly Days[] })[];
}

export interface Path {
  xCertifiedOn: string | null;
  placedOn: string | null;
  engagedOn: string | null;
  stayedOn: string | null;
  /** The next day on which it may go on although nobody changes anything. */
  nextOn: string | null;
}

const MONTHS = 12;

/**
 * How far a student came by the end of a day, each stage on the first day on which it was true, never before her enrolment:
 * 1+X = a verified certificate was issued; placement = one that was accepted began; engaged = a post began that is not an
 * intern's; stayed = twelve months on post at whatever institutions, no time off post longer than `gapDays`, and on post
 * after them. A longer time off post begins the twelve months anew. `gapDays` is a proposal (setting).
 */
export function pathOf(facts: StudentFacts, today: string, gapDays: number): Path {
  const since = (days: readonly string[]) => days.filter((day) => day >= facts.enrolledOn).sort();
  const certified = since(facts.xIssuedOn);
  const placed = since(facts.placements.filter(isLasting).map(({ fromOn }) => fromOn));
  const posts = facts.posts.filter((post) => isLasting(post) && post.fromOn >= facts.enrolledOn);
  const engaged = since(posts.map(({ fromOn }) => fromOn));
  const stayed = stayingDays(posts.flatMap(daysOnPost), gapDays);
  const reached = (days: readonly string[]) => days.find((day) => day <= today) ?? null;
  const coming = [certified, placed, engaged, stayed]
    .filter((days) => reached(days) === null)
    .flatMap((days) => days.find((day) => day > today) ?? [])
    .sort();
  return {
    xCertifiedOn: reached(certified),
    placedOn: reached(placed),
    engagedOn: reached(engaged),
    stayedOn: reached(stayed),
    nextOn: coming[0] ?? null,
  };
}

const isLasting = ({ fromOn, untilOn }: Days): boolean => untilOn === null || untilOn > fromOn;

/** A post without its days off post. */
function daysOnPost({ fromOn, untilOn, off }: StudentFacts['posts'][number]): Days[] {
  const pieces: Days[] = [];
  let from: string | null = fromOn;
  for (const leave of [...off].filter(isLasting).sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    if (from === null) break;
    const begins = leave.fromOn > from ? leave.fromOn : from;
    if (begins > from) pieces.push({ fromOn: from, untilOn: earlier(begins, untilOn) });
    from = leave.untilOn === null ? null : leave.untilOn > from ? leave.untilOn : from;
  }
  if (from !== null) pieces.push({ fromOn: from, untilOn });
  return pieces.filter(isLasting);
}

const earlier = (day: string, other: string | null): string => (other !== null && other < day ? other : day);

/** The days on which twelve months on post were over while she was on post, one for each run that lasted so long. */
function stayingDays(pieces: readonly Days[], gapDays: number): string[] {
  const found: string[] = [];
  let run: { target: string; untilOn: string | null; isOver: boolean } | null = null;
  for (const { fromOn, untilOn } of [...pieces].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    if (run === null || (run.untilOn !== null && daysBetween(run.untilOn, fromOn) > gapDays))
      run = { target: addMonths(fromOn, MONTHS), untilOn: fromOn, isOver: false };
    run.untilOn = run.untilOn === null || untilOn === null ? null : untilOn > run.untilOn ? untilOn : run.untilOn;
    if (!run.isOver && (untilOn === null || untilOn > run.target)) {
      found.push(fromOn > run.target ? fromOn : run.target);
      run.isOver = true;
    }
  }
  return found;
}

/** The student columns of a cell, in the order of the stages. */
export const STAGE_COLUMNS = {
  student: 'students',
  x_certificate: 'x_certified',
  placement: 'placed',
  engaged: 'engaged',
  stayed: 'stayed',
} as const;
/** The day by which a stage was reached; every row is a student. */
export const STAGE_DAYS = { x_certificate: 'x_certified_on', placement: 'placed_on', engaged: 'engaged_on', stayed: 'stayed_on' } as const;

export type FunnelCounts = Record<FunnelStage, number>;
const NO_STUDENTS: FunnelCounts = { student: 0, x_certificate: 0, placement: 0, engaged: 0, stayed: 0 };

/** Cells add up: a student belongs to one college and one year of enrolment. */
export const sumOf = (cells: readonly FunnelCounts[]): FunnelCounts =>
  cells.reduce<FunnelCounts>(
    (sum, cell) => ({
      student: sum.student + cell.student,
      x_certificate: sum.x_certificate + cell.x_certificate,
      placement: sum.placement + cell.placement,
      engaged: sum.engaged + cell.engaged,
      stayed: sum.stayed + cell.stayed,
    }),
    NO_STUDENTS,
  );
