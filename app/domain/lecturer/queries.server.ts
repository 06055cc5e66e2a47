import { and, count, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '#db/client';
import { lecturer, organisation } from '#db/schema';
import type { UserActor } from '../shared/actor';
import { addDays, beijingDate } from '../shared/period';
import { can } from '../shared/policy';
import { settingNow } from '../shared/settings.server';
import { decidingAction, expertsFor, findLecturer, subjectOf, visibleTo } from './find-lecturer.server';
import type { LECTURER_SHOWN, lecturerSearch } from './inputs';
import { sameLecturers } from './known-person.server';
import { LECTURER_STANDINGS, type LecturerStanding, mayAskRenewal, nextApproval, standingOf } from './lecturer';

type Search = z.output<typeof lecturerSearch>;
type Shown = (typeof LECTURER_SHOWN)[number];

export const LECTURERS_PER_PAGE = 25;

/** The same standings as `standingOf`, for lists that the database filters and counts. */
const standingColumn = (today: string, lapsingDays: number): SQL<LecturerStanding> => sql`case
  when ${lecturer.status} <> 'approved' then ${lecturer.status}
  when ${lecturer.approvedUntilOn} < ${today}::date then 'lapsed'
  when ${lecturer.approvedUntilOn} <= ${addDays(today, lapsingDays)}::date then 'lapsing' else 'approved' end`;

const waits = or(eq(lecturer.status, 'submitted'), and(eq(lecturer.status, 'approved'), isNotNull(lecturer.renewalAskedAt)));

function scopeOf(actor: UserActor, search: Search): SQL | undefined {
  const scope = visibleTo(actor);
  if (actor.role !== 'provider_staff') return scope;
  const { id, districtCode } = actor.organisation ?? { id: '', districtCode: null };
  const experts = and(expertsFor(districtCode), eq(lecturer.status, 'approved'));
  return and(scope, search.whose === 'experts' ? experts : eq(lecturer.organisationId, id));
}

function filtered(search: Search): SQL | undefined {
  const like = `%${search.q.replaceAll(/[%_\\]/g, '\\$&')}%`;
  return and(
    search.field ? sql`${lecturer.fields} @> array[${search.field}]` : undefined,
    search.kind ? eq(lecturer.kind, search.kind) : undefined,
    search.district === 'city' ? isNull(lecturer.districtCode) : search.district ? eq(lecturer.districtCode, search.district) : undefined,
    search.q ? or(sql`${lecturer.name} like ${like}`, sql`${lecturer.employer} like ${like}`) : undefined,
  );
}

const inState = (state: Shown | '', standing: SQL): SQL | undefined =>
  state === '' ? undefined : state === 'to_decide' ? waits : sql`${standing} = ${state}`;

/** Lecturers within the actor's sight, those that wait for somebody first. */
export async function listLecturers(actor: UserActor, search: Search, now: Date, page: { limit: number; offset: number }) {
  const today = beijingDate(now);
  const standing = standingColumn(today, await settingNow('lecturer_lapsing_days'));
  const where = and(scopeOf(actor, search), filtered(search), inState(search.state, standing));
  const rows = await db
    .select({
      id: lecturer.id,
      kind: lecturer.kind,
      name: lecturer.name,
      organisation: organisation.name,
      districtCode: lecturer.districtCode,
      employer: lecturer.employer,
      fields: lecturer.fields,
      qualification: lecturer.qualification,
      approvedUntilOn: lecturer.approvedUntilOn,
      renewalAsked: sql<boolean>`${lecturer.renewalAskedAt} is not null`,
      submittedAt: lecturer.submittedAt,
      standing,
      minutesThisYear: sql<number>`(select coalesce(sum(l.minutes), 0)::int from lesson l join training_class c on c.id = l.class_id
        where l.lecturer_id = ${lecturer.id} and l.status = 'scheduled' and c.status <> 'cancelled'
          and l.held_on between date_trunc('year', ${today}::date) and ${today}::date)`,
    })
    .from(lecturer)
    .leftJoin(organisation, eq(organisation.id, lecturer.organisationId))
    .where(where)
    .orderBy(sql`case when ${waits} then 0 else 1 end`, desc(lecturer.submittedAt), desc(lecturer.id))
    .limit(page.limit)
    .offset(page.offset);
  const [total] = await db.select({ n: count() }).from(lecturer).where(where);
  return { rows, total: total?.n ?? 0 };
}

/** How many there are of each standing under the other filters, and how many wait for a decision. */
export async function countLecturers(actor: UserActor, search: Search, now: Date): Promise<Record<Shown | 'all', number>> {
  const standing = standingColumn(beijingDate(now), await settingNow('lecturer_lapsing_days'));
  const rows = await db
    .select({ standing, n: count(), waiting: sql<number>`(count(*) filter (where ${waits}))::int` })
    .from(lecturer)
    .where(and(scopeOf(actor, search), filtered(search)))
    .groupBy(sql`1`);
  const of = (name: LecturerStanding) => rows.find((row) => row.standing === name)?.n ?? 0;
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + pick(row), 0);
  const standings = Object.fromEntries(LECTURER_STANDINGS.map((name) => [name, of(name)])) as Record<LecturerStanding, number>;
  return { ...standings, to_decide: sum((row) => row.waiting), all: sum((row) => row.n) };
}

/** One lecturer with what may be done about her. @throws NotFound, Forbidden */
export async function getLecturer(actor: UserActor, lecturerId: string, now: Date) {
  const row = await findLecturer(db, actor, lecturerId);
  const today = beijingDate(now);
  const [days, years] = await Promise.all([settingNow('lecturer_lapsing_days'), settingNow('lecturer_approval_years')]);
  const standing = standingOf(row, today, days);
  const renewalAsked = row.renewalAskedAt !== null;
  const own = row.organisationId === null;
  const decides = can(actor, decidingAction(row), subjectOf(row));
  const keeps = can(actor, own ? 'lecturer.enter' : 'lecturer.propose', subjectOf(row));
  const waiting = row.status === 'submitted' || (row.status === 'approved' && (renewalAsked || own));
  return {
    ...row,
    standing,
    renewalAsked,
    proposedUntilOn: nextApproval(row, today, years).untilOn,
    mayDecide: decides && waiting,
    mayReturn: decides && !own && waiting,
    mayEdit: keeps && (row.status === 'submitted' || row.status === 'returned' || (own && row.status === 'approved')),
    mayRenew: keeps && !own && mayAskRenewal(standing, renewalAsked),
    mayWithdraw: (keeps && row.status !== 'withdrawn') || (decides && row.status === 'approved'),
  };
}

/** The same lecturer under other entries that the actor may know of. */
export async function listSame(actor: UserActor, of: { id: string; name: string; employer: string; personId: string | null }) {
  const ids = await sameLecturers(db, of);
  if (ids.length === 0) return [];
  return db
    .select({ id: lecturer.id, name: lecturer.name, employer: lecturer.employer, organisation: organisation.name, status: lecturer.status })
    .from(lecturer)
    .leftJoin(organisation, eq(organisation.id, lecturer.organisationId))
    .where(and(inArray(lecturer.id, ids), visibleTo(actor)))
    .orderBy(lecturer.id)
    .limit(10);
}
