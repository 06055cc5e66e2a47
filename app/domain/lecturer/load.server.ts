import { type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { UserActor } from '../shared/actor';
import { addMonths, beijingDate, monthOf } from '../shared/period';
import { findLecturer } from './find-lecturer.server';
import type { TaughtLesson } from './lecturer-view';

export const LESSONS_PER_PAGE = 25;
const MONTHS = 12;

/** A provider sees what its own classes asked of an expert; the commission sees everything. */
const within = (actor: UserActor): SQL =>
  actor.role === 'provider_staff' ? sql`c.provider_id = ${actor.organisation?.id ?? ''}` : sql`true`;

const lessonsOf = (actor: UserActor, lecturerId: string): SQL => sql`
  lesson l join training_class c on c.id = l.class_id
  where l.lecturer_id = ${lecturerId} and l.status = 'scheduled' and c.status <> 'cancelled' and ${within(actor)}`;

interface Sum extends Record<string, unknown> {
  key: string;
  label: string;
  lessons: number;
  minutes: number;
}

/** Minutes taught until today: by month of the last twelve, by year, and by provider; and what is planned from tomorrow on. */
export async function loadOf(actor: UserActor, lecturerId: string, now: Date) {
  const today = beijingDate(now);
  const first = addMonths(monthOf(today), 1 - MONTHS);
  const lessons = lessonsOf(actor, lecturerId);
  const summed = (key: SQL, label: SQL, where: SQL, join = sql``) =>
    db.execute<Sum>(sql`
      select ${key} as key, ${label} as label, count(*)::int as lessons, sum(x.minutes)::int as minutes
      from (select l.held_on, l.minutes, c.provider_id from ${lessons}) x ${join} where ${where} group by 1 order by 1 desc`);
  const taught = sql`x.held_on <= ${today}::date`;
  const [months, years, providers, planned] = await Promise.all([
    summed(sql`to_char(x.held_on, 'YYYY-MM')`, sql`''`, sql`${taught} and x.held_on >= ${first}::date`),
    summed(sql`to_char(x.held_on, 'YYYY')`, sql`''`, taught),
    summed(sql`x.provider_id::text`, sql`max(o.name)`, taught, sql`join organisation o on o.id = x.provider_id`),
    summed(sql`'planned'`, sql`''`, sql`x.held_on > ${today}::date`),
  ]);
  const byMonth = new Map(months.map((row) => [row.key, row]));
  const calendar = Array.from({ length: MONTHS }, (_, at) => addMonths(first, at).slice(0, 7));
  return {
    months: calendar.map((key) => ({ key, lessons: byMonth.get(key)?.lessons ?? 0, minutes: byMonth.get(key)?.minutes ?? 0 })),
    years: [...years],
    providers: [...providers].sort((a, b) => b.minutes - a.minutes),
    planned: planned[0] ?? { key: 'planned', label: '', lessons: 0, minutes: 0 },
    today,
  };
}

/** Her lessons, the latest first, those to come included. @throws NotFound for a lecturer whom the actor may not know of */
export async function listLecturerLessons(actor: UserActor, lecturerId: string, page: { limit: number; offset: number }) {
  await findLecturer(db, actor, lecturerId);
  const lessons = lessonsOf(actor, lecturerId);
  const rows = await db.execute<TaughtLesson & Record<string, unknown>>(sql`
    select x.*, k.title as course, o.name as provider from (
      select l.id, l.class_id, l.held_on::text, l.starts_at, l.title, l.minutes, c.code, c.course_id, c.provider_id from ${lessons}
      order by l.held_on desc, l.starts_at desc, l.id limit ${page.limit} offset ${page.offset}
    ) x join course k on k.id = x.course_id join organisation o on o.id = x.provider_id order by x.starts_at desc, x.id`);
  const [total] = await db.execute<{ n: number }>(sql`select count(*)::int as n from ${lessons}`);
  return { rows: [...rows] as TaughtLesson[], total: total?.n ?? 0 };
}
