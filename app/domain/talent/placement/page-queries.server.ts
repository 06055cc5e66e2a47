import { asc, eq, inArray, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { placement, placementLog, placementWeek } from '#db/schema';
import type { UserActor } from '../../shared/actor';
import { groupBy } from '../../shared/group-by';
import { beijingDate } from '../../shared/period';
import { Forbidden, NotFound } from '../../shared/refusals';
import { settingNow } from '../../shared/settings.server';
import { daysOf, type MentorSide } from '../placement';
import { findPlacement, type PlacementRow } from './find-placement.server';
import { placementScope } from './list-queries.server';
import { type Week, weeksOf } from './log';
import { NOBODY, presenceFrom, shareLimits } from './presence.server';
import { COLUMNS, type ListedPlacement, PLACEMENTS, withPhase } from './rows.server';
import { firstDaysOver, sharesOn } from './shares';

async function listed(placementId: string, today: string) {
  const [row] = await db.execute<ListedPlacement>(sql`select ${COLUMNS} from ${PLACEMENTS} where p.id = ${placementId}`);
  if (!row) throw new NotFound();
  const months = await settingNow('placement_months');
  return { ...withPhase(row, today, months), months };
}

async function weeksByPlacement(placements: readonly PlacementRow[], today: string): Promise<Map<string, Week[]>> {
  const ids = placements.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const [entries, rows] = await Promise.all([
    db.select().from(placementLog).where(inArray(placementLog.placementId, ids)).orderBy(asc(placementLog.day)),
    db.select().from(placementWeek).where(inArray(placementWeek.placementId, ids)),
  ]);
  const entriesOf = groupBy(entries, (entry) => entry.placementId);
  const rowsOf = groupBy(rows, (row) => row.placementId);
  return new Map(
    placements.map((row) => {
      const written = (entriesOf.get(row.id) ?? []).map(({ day, minutes, text }) => ({ day, minutes, text }));
      return [row.id, weeksOf(row, written, rowsOf.get(row.id) ?? [], today)];
    }),
  );
}

/** How the interns of the institution compare with its staff while this placement lasts, this one among them. */
async function sharesOf(row: PlacementRow, today: string) {
  const days = daysOf(row);
  const from = days.startOn > today ? days.startOn : today;
  const within = { ...days, startOn: from, role: row.role };
  if (days.endOn !== null && days.endOn <= from) return null;
  const [presence, limits] = await Promise.all([presenceFrom(db, [row.institutionId], from), shareLimits(db)]);
  const { staff, interns } = presence.get(row.institutionId) ?? NOBODY;
  const all = row.status === 'proposed' ? [...interns, { personId: row.personId, role: row.role, ...days }] : interns;
  return { limits, first: sharesOn(from, staff, all, limits), over: firstDaysOver(within, staff, all, limits) };
}

/** A placement as its college, its institution and officers see it. @throws Forbidden, NotFound */
export async function getPlacement(actor: UserActor, placementId: string, now: Date) {
  const row = await findPlacement(db, actor, 'placement.read', placementId);
  const today = beijingDate(now);
  const isOpen = row.status === 'proposed' || row.status === 'accepted';
  const [shown, weeks, shares] = await Promise.all([
    listed(row.id, today),
    weeksByPlacement([row], today),
    isOpen && actor.role !== 'trainee' ? sharesOf(row, today) : null,
  ]);
  const { reason, collegeAssessment, institutionAssessment, finishedAt, engagementId, convertedEngagementId } = row;
  return {
    ...shown,
    ...{ reason, collegeAssessment, institutionAssessment, finishedAt, engagementId, convertedEngagementId, today, shares },
    weeks: weeks.get(row.id) ?? [],
  };
}

const MY_LIMIT = 20;

/** The student's own placements with her log, the latest first; what her mentors think of her she learns when it is finished. */
export async function listMyPlacements(actor: UserActor, now: Date) {
  const scope = placementScope(actor);
  if (actor.personId === null) return [];
  const today = beijingDate(now);
  const months = await settingNow('placement_months');
  const [rows, own] = await Promise.all([
    db.execute<ListedPlacement>(sql`select ${COLUMNS} from ${PLACEMENTS} where ${scope} order by p.from_on desc, p.id limit ${MY_LIMIT}`),
    db.select().from(placement).where(eq(placement.personId, actor.personId)),
  ]);
  const weeks = await weeksByPlacement(own, today);
  return rows.map((row) => {
    const { warnings: _warnings, collegePoints: _c, institutionPoints: _i, ...shown } = withPhase(row, today, months);
    return { ...shown, weeks: weeks.get(row.id) ?? [] };
  });
}

/** One of them, with what both wrote at the end. @throws Forbidden, NotFound */
export async function getMyPlacement(actor: UserActor, placementId: string, now: Date) {
  if (actor.role !== 'trainee') throw new Forbidden();
  const placement = await getPlacement(actor, placementId, now);
  const {
    warnings: _w,
    collegePoints: _c,
    institutionPoints: _i,
    shares: _s,
    collegeAssessment,
    institutionAssessment,
    ...shown
  } = placement;
  const isOver = placement.phase === 'finished';
  return {
    ...shown,
    collegeAssessment: isOver ? collegeAssessment : '',
    institutionAssessment: isOver ? institutionAssessment : '',
  };
}

interface WeekToCheck extends Week {
  placementId: string;
  name: string;
}

const WEEKS_SHOWN = 60;

/** Weeks that are over and still lack this side's look, the oldest first. */
export async function listWeeksToCheck(actor: UserActor, side: MentorSide, now: Date): Promise<WeekToCheck[]> {
  const scope = placementScope(actor);
  const today = beijingDate(now);
  const missing = side === 'college' ? sql`k.college_checked_at` : sql`k.institution_checked_at`;
  const ids = await db.execute<{ id: string; name: string }>(sql`
    select distinct p.id, w.name from ${PLACEMENTS} join placement_log l on l.placement_id = p.id
    left join placement_week k on k.placement_id = p.id and k.week_on = date_trunc('week', l.day)::date
    where ${scope} and p.status in ('accepted', 'finished', 'broken_off') and ${missing} is null`);
  const names = new Map(ids.map(({ id, name }) => [id, name]));
  const rows =
    names.size === 0
      ? []
      : await db
          .select()
          .from(placement)
          .where(inArray(placement.id, [...names.keys()]));
  const weeks = await weeksByPlacement(rows, today);
  return [...weeks]
    .flatMap(([placementId, all]) => all.map((week) => ({ ...week, placementId, name: names.get(placementId) ?? '' })))
    .filter((week) => week.missing.includes(side))
    .sort((a, b) => a.weekOn.localeCompare(b.weekOn) || a.name.localeCompare(b.name, 'zh'))
    .slice(0, WEEKS_SHOWN);
}
