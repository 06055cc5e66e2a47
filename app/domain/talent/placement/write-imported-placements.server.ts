import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type ApplyBatch, type BlockedRow, batchRows, type FailedRow } from '../../excel/import-engine.server';
import type { Operation } from '../../shared/operation.server';

/** Enters placements whose agreement number nobody took meanwhile. */
export async function applyPlacements({ op, importId, rowNos }: ApplyBatch): Promise<FailedRow[]> {
  const rows = batchRows(importId, rowNos);
  await op.tx.execute(sql`
    insert into placement
    select p.* from ${rows} r cross join lateral jsonb_populate_record(null::placement, r.values ||
      jsonb_build_object('proposed_at', ${op.now.toISOString()}::text, 'finished_at', ${op.now.toISOString()}::text)) p
    where exists (select 1 from student s where s.id = p.student_id and s.person_id = p.person_id) on conflict do nothing`);
  const failed = await op.tx.execute<{ row_no: number }>(
    sql`select r.row_no from ${rows} r left join placement p on p.id = r.subject_id where p.id is null`,
  );
  return failed.map(({ row_no }) => ({ rowNo: row_no, code: 'changed_meanwhile' }));
}

/** The student was taken on since. */
export async function blocksOfPlacements(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]> {
  const rows = await tx.execute<{ row_no: number }>(sql`
    select r.row_no from import_row r join placement p on p.id = r.subject_id
    where r.import_id = ${importId} and r.applied_at is not null and p.converted_engagement_id is not null order by r.row_no limit ${limit}`);
  return rows.map(({ row_no }) => ({ rowNo: row_no, block: 'placement_used' }));
}

export async function undoPlacements({ tx }: Operation<'import.undone'>, importId: string): Promise<void> {
  await tx.execute(sql`delete from placement where import_id = ${importId}`);
}
