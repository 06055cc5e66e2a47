import { type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '#db/client';
import { funnelDifference } from '#db/schema';
import { newId } from '../shared/id';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { settingOf } from '../shared/settings.server';
import { STAGE_COLUMNS, STAGE_DAYS } from './funnel';

type Difference = Omit<typeof funnelDifference.$inferSelect, 'id' | 'recountId'>;

/** More than a person could read says nothing more. */
const DIFFERENCES_KEPT = 1_000;

/**
 * Counts the funnel anew by another way: sets of days in SQL, from the raw tables, never from kept rows. A difference names
 * its student or its cell; the figures stand as under check until a later recount agrees. Reads one moment of the database.
 */
export async function recountFunnel(ctx: Context) {
  const found = await db.transaction((tx) => compare(tx, beijingDate(ctx.now)), { isolationLevel: 'repeatable read' });
  return operation(ctx, 'recount.finished', async (op): Promise<{ recountId: string; differences: number }> => {
    const recountId = newId();
    const differences = found.differences.length;
    await op.tx.execute(sql`
      insert into recount (id, "of", started_at, finished_at, rows_counted, differences)
      values (${recountId}, 'funnel', ${op.now.toISOString()}::timestamptz, clock_timestamp(), ${found.rows}, ${differences})`);
    for (const difference of found.differences) await op.tx.insert(funnelDifference).values({ id: newId(), recountId, ...difference });
    await op.tx.execute(sql`update funnel_state set under_check = ${differences > 0} where id = 1`);
    await op.record({ subject: { type: 'recount', id: recountId }, data: { recountId, differences } });
    return { recountId, differences };
  });
}

async function compare(tx: Tx, today: string): Promise<{ rows: number; differences: Difference[] }> {
  await tx.execute(recounted(today, await settingOf(tx, 'funnel_gap_days')));
  // Whoever waits for the refresh is not wrong, only not yet worked out.
  const waiting = sql`(select person_id from funnel_dirty union select person_id from funnel_row where next_on <= ${today}::date)`;
  const [isWaiting] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${waiting} w`);
  const differences: Difference[] = [...(await tx.execute<Difference & Record<string, unknown>>(studentDifferences(waiting)))];
  if (!isWaiting?.n) differences.push(...(await tx.execute<Difference & Record<string, unknown>>(cellDifferences())));
  const [counted] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from recounted_student`);
  await tx.execute(sql`drop table recounted_student`);
  return { rows: counted?.n ?? 0, differences: differences.slice(0, DIFFERENCES_KEPT) };
}

/** Days on post as sets of ranges; runs are put together over gaps that do not interrupt. */
const recounted = (today: string, gapDays: number): SQL => sql`
  create temporary table recounted_student on commit drop as
  with post as (
    select e.person_id, e.start_on, coalesce(datemultirange(daterange(e.start_on, e.end_on)) -
      (select range_agg(daterange(o.from_on, o.until_on)) from off_post o where o.engagement_id = e.id and o.until_on is distinct from o.from_on),
      datemultirange(daterange(e.start_on, e.end_on))) as days
    from engagement e where not e.is_intern and e.end_on is distinct from e.start_on and e.person_id in (select person_id from student)
  ),
  piece as (
    select w.id, lower(d) as from_on, upper(d) as until_on from (
      select s.id, range_agg(p.days) as days from student s join post p on p.person_id = s.person_id and p.start_on >= s.enrolled_on group by s.id
    ) w cross join lateral unnest(w.days) d
  ),
  begun as (
    select *, case when from_on - lag(until_on) over w <= ${gapDays} then 0 else 1 end as is_new from piece window w as (partition by id order by from_on)
  ),
  run as (select *, sum(is_new) over (partition by id order by from_on) as run from begun),
  aimed as (
    select *, (min(from_on) over (partition by id, run) + interval '12 months')::date as target from run
  ),
  stayed as (
    select id, min(greatest(from_on, target)) as stayed_on from aimed
    where (until_on is null or until_on > target) and greatest(from_on, target) <= ${today}::date group by id
  )
  select s.id as student_id, s.person_id, s.college_id::text as college, extract(year from s.enrolled_on)::int::text as year,
    (select min(c.issued_on) from certificate c where c.person_id = s.person_id and c.family = 'x_certificate' and c.status = 'verified'
      and c.issued_on between s.enrolled_on and ${today}::date) as x_certified_on,
    (select min(p.from_on) from placement p where p.student_id = s.id and p.from_on between s.enrolled_on and ${today}::date
      and (p.status in ('accepted', 'finished') or (p.status = 'broken_off' and (p.ended_on is null or p.ended_on > p.from_on)))) as placed_on,
    e.engaged_on, t.stayed_on
  from student s left join stayed t on t.id = s.id left join (
    select s.id, min(p.start_on) as engaged_on from student s join post p on p.person_id = s.person_id
      and p.start_on between s.enrolled_on and ${today}::date group by s.id
  ) e on e.id = s.id`;

const studentDifferences = (waiting: SQL): SQL => sql`
  select coalesce(r.student_id, k.student_id) as "studentId", null as college, null as year, d.stage, d.kept, d.recounted
  from (select * from recounted_student where person_id not in (select person_id from ${waiting} w)) r
  full join (select * from funnel_row where person_id not in (select person_id from ${waiting} w)) k on k.student_id = r.student_id
  cross join lateral (values
    ('student', case when k.student_id is not null then k.college_id || ' ' || k.year end, case when r.student_id is not null then r.college || ' ' || r.year end),
    ${sql.join(
      Object.entries(STAGE_DAYS).map(
        ([stage, column]) => sql`(${sql.raw(`'${stage}'`)}, k.${sql.raw(column)}::text, r.${sql.raw(column)}::text)`,
      ),
      sql`, `,
    )}) as d (stage, kept, recounted)
  where d.kept is distinct from d.recounted order by 1, 4 limit ${DIFFERENCES_KEPT}`;

const cellDifferences = (): SQL => sql`
  with wanted as (
    select coalesce(college, '*') as college, coalesce(year, '*') as year, count(*)::int as students, ${sql.join(
      Object.entries(STAGE_DAYS).map(([stage, column]) =>
        sql.raw(`count(${column})::int as ${STAGE_COLUMNS[stage as keyof typeof STAGE_DAYS]}`),
      ),
      sql`, `,
    )}
    from recounted_student group by cube (college, year)
  )
  select null as "studentId", coalesce(w.college, c.college) as college, coalesce(w.year, c.year) as year, d.stage, d.kept, d.recounted
  from (select * from wanted where students > 0) w full join (select * from funnel_cell where students <> 0) c using (college, year)
  cross join lateral (values ${sql.join(
    Object.entries(STAGE_COLUMNS).map(([stage, column]) =>
      sql.raw(`('${stage}', coalesce(c.${column}, 0)::text, coalesce(w.${column}, 0)::text)`),
    ),
    sql`, `,
  )}) as d (stage, kept, recounted)
  where d.kept <> d.recounted order by 2, 3, 4 limit ${DIFFERENCES_KEPT}`;
