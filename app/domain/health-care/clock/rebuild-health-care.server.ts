import { sql } from 'drizzle-orm';
import { BDA_MERGED, CITY_SCOPE } from '../../organisation/areas';
import { type Context, operation } from '../../shared/operation.server';
import { lockHealthCare } from './write-segments.server';

/**
 * After the cause of a difference was found: figures are added up anew from the segments that stand, and every institution
 * is marked to be worked out anew. Readers see the old figures until it commits.
 */
export const rebuildHealthCare = (ctx: Context, reason: string): Promise<void> =>
  operation(ctx, 'health_care.rebuild_requested', async (op) => {
    op.require('rate.rebuild');
    await lockHealthCare(op.tx);
    await op.tx.execute(sql`delete from health_care_step`);
    await op.tx.execute(sql`
      with edge as (
        select district_code, standing, from_on as on_day, 1 as n from health_care_segment
        union all select district_code, standing, until_on, -1 from health_care_segment where until_on is not null
      )
      insert into health_care_step (scope, standing, grain, on_day, institutions)
      select a.scope, e.standing, g.grain, case g.grain when 'month' then date_trunc('month', e.on_day)::date else e.on_day end, sum(e.n)
      from edge e
      cross join lateral (values (${CITY_SCOPE}::text), (e.district_code::text),
        (case when e.district_code = any(${`{${BDA_MERGED.split('+').join(',')}}`}::text[]) then ${BDA_MERGED}::text end)) a (scope)
      cross join (values ('day'), ('month')) g (grain)
      where a.scope is not null group by 1, 2, 3, 4 having sum(e.n) <> 0`);
    await op.tx.execute(sql`select health_care_mark_everyone()`);
    await op.record({ subject: { type: 'health_care', id: 'all' }, data: { reason } });
  });
