import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type ApplyBatch, type BlockedRow, batchRows, type FailedRow } from '../excel/import-engine.server';
import type { UndoBlock } from '../excel/row-problem';
import type { Operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { markTaught } from './taught-candidates.server';

const STANDS = (part: 'values' | 'before') => sql`to_jsonb(c) @> r.${sql.raw(part)}`;

/** Writes results where the candidate still stands as she was checked and her sitting still takes them. */
export async function applyResults({ op, scope, importId, rowNos }: ApplyBatch): Promise<FailedRow[]> {
  const { tx, now } = op;
  const rows = batchRows(importId, rowNos);
  const sittings = await tx.execute<{ id: string }>(sql`
    select s.id from sitting s where s.organisation_id = ${scope.organisation.id} and s.status in ('open', 'results_entered')
      and s.id in (select c.sitting_id from ${rows} r join candidate c on c.id = r.subject_id) order by s.id for no key update`);
  const held = sql`${`{${sittings.map(({ id }) => id).join(',')}}`}::uuid[]`;
  const written = await tx.execute<{ row_no: number }>(sql`
    update candidate c set theory_points = v.theory_points, practical_points = v.practical_points, status = v.status,
      credit_bank_no = v.credit_bank_no, import_id = ${importId}, result_recorded_at = ${now.toISOString()}::timestamptz,
      result_recorded_by = ${scope.accountId}
    from ${rows} r cross join lateral jsonb_populate_record(null::candidate, r.values) v, sitting s
    where c.id = r.subject_id and s.id = c.sitting_id and s.id = any(${held}) and ${STANDS('before')}
      and (s.status = 'open' or (v.theory_points is not distinct from c.theory_points
        and v.practical_points is not distinct from c.practical_points and v.status = c.status))
    returning r.row_no`);
  for (const { id } of sittings) await markTaught(tx, id, beijingDate(now));
  const done = new Set(written.map(({ row_no }) => row_no));
  return rowNos.filter((rowNo) => !done.has(rowNo)).map((rowNo) => ({ rowNo, code: 'changed_meanwhile' }));
}

export async function blocksOfResults(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]> {
  const rows = await tx.execute<{ row_no: number; block: UndoBlock }>(sql`
    select row_no, block from (
      select r.row_no, case when s.status <> 'open' then 'sitting_moved_on'
        when not (${STANDS('values')}) or exists (select 1 from result_appeal a where a.candidate_id = c.id) then 'result_changed' end as block
      from import_row r join candidate c on c.id = r.subject_id join sitting s on s.id = c.sitting_id
      where r.import_id = ${importId} and r.applied_at is not null
    ) found where block is not null order by row_no limit ${limit}`);
  return rows.map(({ row_no, block }) => ({ rowNo: row_no, block }));
}

export async function undoResults({ tx }: Operation<'import.undone'>, importId: string): Promise<void> {
  await tx.execute(sql`
    update candidate c set theory_points = v.theory_points, practical_points = v.practical_points, status = v.status,
      credit_bank_no = v.credit_bank_no, import_id = null
    from import_row r cross join lateral jsonb_populate_record(null::candidate, r.before) v
    where r.import_id = ${importId} and r.applied_at is not null and c.id = r.subject_id`);
}
