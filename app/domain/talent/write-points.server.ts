import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type ApplyBatch, type BlockedRow, batchRows, type FailedRow } from '../excel/import-engine.server';
import type { Operation } from '../shared/operation.server';

const rowsOf = (importId: string, rowNos: readonly number[]) => sql`${batchRows(importId, rowNos)} r`;
const YEAR = sql`cross join lateral jsonb_populate_record(null::programme_year, r.values->'year') v`;

/** Makes the points that are new, then the years of all; a year that somebody changed meanwhile is left alone. */
export async function applyPoints({ op, scope, importId, rowNos }: ApplyBatch): Promise<FailedRow[]> {
  const { tx, now } = op;
  const at = now.toISOString();
  const rows = rowsOf(importId, rowNos);
  await tx.execute(sql`
    insert into programme_point select p.* from (select distinct on (values->'point'->>'id') values->'point' as point from ${rows}
      where r.values ? 'point' order by values->'point'->>'id', row_no) n
    cross join lateral jsonb_populate_record(null::programme_point, n.point || jsonb_build_object('created_at', ${at}::text,
      'created_by', ${scope.accountId}::text, 'import_id', ${importId}::text)) p on conflict do nothing`);
  const point = sql`join programme_point p on p.id = v.point_id and p.college_id = ${scope.organisation.id}`;
  const made = await tx.execute<{ row_no: number }>(sql`
    with written as (
      insert into programme_year (point_id, year, planned_intake, actual_intake, graduates, import_id, changed_at, changed_by)
      select v.point_id, v.year, v.planned_intake, v.actual_intake, v.graduates, ${importId}, ${at}::timestamptz, ${scope.accountId}
      from ${rows} ${YEAR} ${point} where r.outcome = 'new' on conflict do nothing returning point_id, year)
    select r.row_no from ${rows} ${YEAR} join written w on w.point_id = v.point_id and w.year = v.year`);
  const changed = await tx.execute<{ row_no: number }>(sql`
    update programme_year y set planned_intake = v.planned_intake, actual_intake = v.actual_intake, graduates = v.graduates,
      changed_at = ${at}::timestamptz, changed_by = ${scope.accountId}
    from ${rows} ${YEAR} ${point}
    where r.outcome = 'changed' and y.point_id = v.point_id and y.year = v.year
      and (y.planned_intake, y.actual_intake, y.graduates) is not distinct from
        ((r.before->'year'->>'planned_intake')::int, (r.before->'year'->>'actual_intake')::int, (r.before->'year'->>'graduates')::int)
    returning r.row_no`);
  const done = new Set([...made, ...changed].map(({ row_no }) => row_no));
  return rowNos.filter((rowNo) => !done.has(rowNo)).map((rowNo) => ({ rowNo, code: 'changed_meanwhile' }));
}

const APPLIED = (importId: string) => sql`import_row r ${YEAR} where r.import_id = ${importId} and r.applied_at is not null`;

/** The city looked at the point, students are entered in it, or its figures changed since. */
export async function blocksOfPoints(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]> {
  const rows = await tx.execute<{ row_no: number }>(sql`
    select f.row_no from (select r.row_no, r.values, v.point_id, v.year, v.planned_intake, v.actual_intake, v.graduates from ${APPLIED(importId)}) f
    left join programme_year y on y.point_id = f.point_id and y.year = f.year left join programme_point p on p.id = f.point_id
    where y.point_id is null or (y.planned_intake, y.actual_intake, y.graduates) is distinct from (f.planned_intake, f.actual_intake, f.graduates)
      or (f.values ? 'point' and (p.confirmed_at is not null or p.return_reason is not null
        or not (to_jsonb(p) @> ((f.values->'point') - 'created_at'))
        or exists (select 1 from student s where s.point_id = p.id) or exists (select 1 from programme_course c where c.point_id = p.id)
        or exists (select 1 from programme_year o where o.point_id = p.id and o.import_id is distinct from ${importId})))
    order by f.row_no limit ${limit}`);
  return rows.map(({ row_no }) => ({ rowNo: row_no, block: 'point_used' }));
}

export async function undoPoints({ tx, now }: Operation<'import.undone'>, importId: string): Promise<void> {
  await tx.execute(sql`
    update programme_year y set planned_intake = b.planned_intake, actual_intake = b.actual_intake, graduates = b.graduates,
      changed_at = ${now.toISOString()}::timestamptz
    from import_row r cross join lateral jsonb_populate_record(null::programme_year, r.before->'year') b
    where r.import_id = ${importId} and r.applied_at is not null and r.outcome = 'changed' and y.point_id = b.point_id and y.year = b.year`);
  await tx.execute(sql`delete from programme_year where import_id = ${importId}`);
  await tx.execute(sql`delete from programme_point where import_id = ${importId}`);
}
