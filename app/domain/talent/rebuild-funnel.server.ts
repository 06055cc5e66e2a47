import { sql } from 'drizzle-orm';
import { type Context, operation } from '../shared/operation.server';
import { lockFunnel } from './write-funnel.server';

/** Asks for every student to be worked out anew, after the cause of a difference was found. They are marked at once. */
export const requestFunnelRebuild = (ctx: Context, reason: string): Promise<void> =>
  operation(ctx, 'funnel.rebuild_requested', async (op) => {
    op.require('rate.rebuild');
    const [marked] = await op.tx.execute<{ people: number }>(sql`select funnel_mark_everyone() as people`);
    await op.record({ subject: { type: 'funnel', id: 'all' }, data: { reason, people: marked?.people ?? 0 } });
  });

/** Adds all counts up anew from the rows that stand, and writes only those that differ. @returns how many were wrong */
export const rebuildFunnelCells = (ctx: Context): Promise<number> =>
  operation(ctx, 'funnel.rebuilt', async (op) => {
    await lockFunnel(op.tx);
    const [wrong] = await op.tx.execute<{ cells: number }>(sql`
      with wanted as (
        select coalesce(college_id::text, '*') as college, coalesce(year::text, '*') as year, count(*)::int as students, count(x_certified_on)::int as x_certified,
          count(placed_on)::int as placed, count(engaged_on)::int as engaged, count(stayed_on)::int as stayed
        from funnel_row group by cube (college_id, year) having count(*) > 0
      ),
      gone as (
        delete from funnel_cell c where not exists (select 1 from wanted w where (w.college, w.year) = (c.college, c.year)) returning c.students <> 0 as counted
      ),
      written as (
        insert into funnel_cell as c (college, year, students, x_certified, placed, engaged, stayed) select * from wanted w
        on conflict (college, year) do update set students = excluded.students, x_certified = excluded.x_certified, placed = excluded.placed,
          engaged = excluded.engaged, stayed = excluded.stayed
        where (c.students, c.x_certified, c.placed, c.engaged, c.stayed)
          <> (excluded.students, excluded.x_certified, excluded.placed, excluded.engaged, excluded.stayed)
        returning 1
      )
      select ((select count(*) from gone where counted) + (select count(*) from written))::int as cells`);
    const cells = wrong?.cells ?? 0;
    await op.record({ subject: { type: 'funnel', id: 'all' }, data: { cells } });
    return cells;
  });
