import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type ApplyBatch, type BlockedRow, batchRows, type FailedRow } from '../excel/import-engine.server';
import { enterImportedPersons, removeUnusedPersons } from '../person/known-persons.server';
import type { Operation } from '../shared/operation.server';

const STANDS = (part: 'values' | 'before') => sql`(s.student_no, s.class_name, s.enrolled_on::text)
  = (r.${sql.raw(part)}->>'student_no', r.${sql.raw(part)}->>'class_name', r.${sql.raw(part)}->>'enrolled_on')`;

/** Enters people and studies, and corrects those that still stand as they were checked. */
export async function applyStudents({ op, importId, rowNos }: ApplyBatch): Promise<FailedRow[]> {
  const { tx, now } = op;
  const rows = batchRows(importId, rowNos);
  await enterImportedPersons(tx, importId, rowNos, now);
  await tx.execute(sql`
    insert into student
    select s.* from ${rows} r cross join lateral jsonb_populate_record(null::student, r.values || jsonb_build_object('created_at', ${now.toISOString()}::text,
      'person_id', coalesce(r.values->>'person_id', (select id::text from person where id_number_hash = r.values->>'person_hash')))) s
    where r.outcome = 'new' on conflict do nothing`);
  await tx.execute(sql`
    update student s set student_no = v.student_no, class_name = v.class_name, enrolled_on = v.enrolled_on
    from ${rows} r cross join lateral jsonb_populate_record(null::student, r.values) v
    where r.outcome = 'changed' and s.id = r.subject_id and ${STANDS('before')}
      and not exists (select 1 from student o where o.college_id = s.college_id and o.student_no = v.student_no and o.id <> s.id)`);
  const failed = await tx.execute<{ row_no: number }>(sql`
    select r.row_no from ${rows} r left join student s on s.id = r.subject_id where s.id is null or not ${STANDS('values')}`);
  return failed.map(({ row_no }) => ({ rowNo: row_no, code: 'changed_meanwhile' }));
}

/** Changed, ended or placed since. */
export async function blocksOfStudents(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]> {
  const rows = await tx.execute<{ row_no: number }>(sql`
    select r.row_no from import_row r join student s on s.id = r.subject_id
    where r.import_id = ${importId} and r.applied_at is not null and (not ${STANDS('values')} or (r.outcome = 'new'
      and (s.status <> 'studying' or exists (select 1 from placement p where p.student_id = s.id))))
    order by r.row_no limit ${limit}`);
  return rows.map(({ row_no }) => ({ rowNo: row_no, block: 'student_used' }));
}

export async function undoStudents({ tx }: Operation<'import.undone'>, importId: string): Promise<void> {
  await tx.execute(sql`
    update student s set student_no = b.student_no, class_name = b.class_name, enrolled_on = b.enrolled_on
    from import_row r cross join lateral jsonb_populate_record(null::student, r.before) b
    where r.import_id = ${importId} and r.applied_at is not null and r.outcome = 'changed' and s.id = r.subject_id`);
  await tx.execute(sql`delete from student where import_id = ${importId}`);
  await removeUnusedPersons(tx, importId);
}
