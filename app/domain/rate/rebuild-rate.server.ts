import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { groupBy } from '../shared/group-by';
import { type Context, operation } from '../shared/operation.server';
import { MEASURE_COLUMNS, measureColumns, measureSums } from './cells-at.server';
import { StepSum } from './steps';
import { currentVersion, lockRate, standingSegments, stepRows } from './write-rate.server';

/** Asks for everybody to be worked out anew, after the cause of a difference was found. People are marked at once. */
export const requestRateRebuild = (ctx: Context, reason: string): Promise<void> =>
  operation(ctx, 'rate.rebuild_requested', async (op) => {
    op.require('rate.rebuild');
    await op.tx.execute(sql`select rate_mark_everyone()`);
    await op.record({ subject: { type: 'rate', id: 'all' }, data: { reason } });
  });

const PEOPLE_AT_ONCE = 20_000;

/**
 * Adds up all steps anew from the segments that stand, and writes only the cells that differ: readers see the old
 * figures until it commits, and then the new ones. @returns how many cells were wrong
 */
export function rebuildSteps(ctx: Context): Promise<number> {
  return operation(ctx, 'rate.rebuilt', async (op) => {
    await lockRate(op.tx);
    await op.tx.execute(sql`create temporary table built_step (like rate_step) on commit drop`);
    for await (const people of everybody(op.tx)) {
      const sum = new StepSum();
      for (const segments of groupBy(await standingSegments(op.tx, people), ({ personId }) => personId).values()) sum.add(segments, 1);
      await op.tx.execute(
        sql`insert into built_step (scope, population, operator_type, grain, on_day, ${measureColumns}) select * from ${stepRows(sum.columns())} x`,
      );
    }
    const [wrong] = await op.tx.execute<{ cells: number }>(sql`
      with wanted as (
        select population, operator_type, grain, scope, on_day, ${measureSums} from built_step group by 1, 2, 3, 4, 5
        having ${sql.raw(MEASURE_COLUMNS.map((column) => `sum(${column}) <> 0`).join(' or '))}
      ),
      gone as (
        delete from rate_step s where not exists (select 1 from wanted w where ${sameCell})
        returning ${sql.raw(MEASURE_COLUMNS.map((column) => `${column} <> 0`).join(' or '))} as said_something
      ),
      written as (
        insert into rate_step (population, operator_type, grain, scope, on_day, ${measureColumns})
        select * from wanted w where not exists (select 1 from rate_step s where ${sameCell} and ${sameValues})
        on conflict (population, operator_type, grain, scope, on_day)
        do update set ${sql.raw(MEASURE_COLUMNS.map((column) => `${column} = excluded.${column}`).join(', '))} returning 1
      )
      select ((select count(*) from gone where said_something) + (select count(*) from written))::int as cells`);
    await op.tx.execute(sql`drop table built_step`);
    const cells = wrong?.cells ?? 0;
    await op.record({ subject: { type: 'rate', id: 'all' }, data: { version: await currentVersion(op.tx), cells } });
    return cells;
  });
}

const sameCell = sql`(s.population, s.operator_type, s.grain, s.scope, s.on_day) = (w.population, w.operator_type, w.grain, w.scope, w.on_day)`;
const sameValues = sql.raw(MEASURE_COLUMNS.map((column) => `s.${column} = w.${column}`).join(' and '));

async function* everybody(tx: Tx): AsyncGenerator<string[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await tx.execute<{ id: string }>(sql`
      select distinct person_id as id from rate_segment where person_id > ${after}::uuid and until_version is null order by 1 limit ${PEOPLE_AT_ONCE}`);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}
