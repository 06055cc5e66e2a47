import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { CATEGORY_LETTERS, type CourseCategory } from '../course/course';
import { type ApplyBatch, type BlockedRow, batchRows, type FailedRow } from '../excel/import-engine.server';
import type { UndoBlock } from '../excel/row-problem';
import { enterImportedPersons } from '../person/known-persons.server';
import { groupBy } from '../shared/group-by';
import type { Operation } from '../shared/operation.server';
import { takeCertificateNumbers } from './certificate-numbers.server';

const PERSON_OF_ROW = sql`coalesce(r.values->>'person_id', (select id::text from person where id_number_hash = r.values->>'person_hash'))`;

/** Adds rows of a table out of one part of each row's values. */
const insertParts = (tx: Tx, rows: SQL, table: string, part: string, extra: SQL, where: SQL = sql`true`) =>
  tx.execute(sql`
    insert into ${sql.raw(table)}
    select v.* from ${rows} r cross join lateral jsonb_populate_record(null::${sql.raw(table)}, r.values->${part} || jsonb_build_object(${extra})) v
    where r.values ? ${part} and ${where} on conflict do nothing`);

/** Courses, classes, enrolments, completions, +1 entries and certificates of claimed rows, each by one statement. */
export async function applyCompletions({ op, importId, rowNos }: ApplyBatch): Promise<FailedRow[]> {
  const { tx, now } = op;
  const rows = batchRows(importId, rowNos);
  const at = sql`${now.toISOString()}::text`;
  await enterImportedPersons(tx, importId, rowNos, now);
  await insertParts(tx, rows, 'course', 'course', sql`'created_at', ${at}, 'updated_at', ${at}`);
  await insertSyllabus(tx, rows, now);
  await insertParts(tx, rows, 'training_class', 'klass', sql`'created_at', ${at}, 'closed_at', ${at}`);
  const person = sql`'person_id', ${PERSON_OF_ROW}, 'created_at', ${at}`;
  await insertParts(tx, rows, 'enrolment', 'enrolment', sql`${person}, 'updated_at', ${at}`);
  const enrolled = sql`exists (select 1 from enrolment e where e.id = (r.values->'enrolment'->>'id')::uuid)`;
  await insertParts(tx, rows, 'completion', 'completion', person, enrolled);
  await tx.execute(sql`
    insert into completion_entry (completion_id, kind, delta, at, by)
    select c.id, 'completed', 1, ${now.toISOString()}::timestamptz, i.uploaded_by
    from ${rows} r join completion c on c.id = r.subject_id join import_run i on i.id = r.import_id order by r.row_no on conflict do nothing`);
  await issueCertificates(tx, rows);
  await tx.execute(sql`
    update training_class k set capacity = greatest(k.capacity, least(n.people, 2000))
    from (select e.class_id, count(*)::int as people from enrolment e
      where e.class_id in (select c.class_id from ${rows} r join completion c on c.id = r.subject_id) group by e.class_id) n
    where k.id = n.class_id and k.import_id is not null`);
  const failed = await tx.execute<{ row_no: number }>(
    sql`select r.row_no from ${rows} r where not exists (select 1 from completion c where c.id = r.subject_id)`,
  );
  return failed.map(({ row_no }) => ({ rowNo: row_no, code: 'changed_meanwhile' }));
}

/** Columns that the table works out itself are left out, so these are named. */
async function insertSyllabus(tx: Tx, rows: SQL, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into syllabus_version (id, course_id, version, content, approved_at, approved_by)
    select (v->>'id')::uuid, (v->>'course_id')::uuid, 1, v->'content', ${now.toISOString()}::timestamptz, (v->>'approved_by')::uuid
    from (select r.values->'syllabus' as v from ${rows} r where r.values ? 'syllabus') s on conflict do nothing`);
  await tx.execute(sql`
    update course c set current_syllabus_id = (r.values->'syllabus'->>'id')::uuid
    from ${rows} r where r.values ? 'course' and c.id = (r.values->'course'->>'id')::uuid`);
}

/** Old numbers stay as they are; a completion that had none gets the next of the platform. */
async function issueCertificates(tx: Tx, rows: SQL): Promise<void> {
  const bare = await tx.execute<{ row_no: number; district: string | null; category: CourseCategory; year: number }>(sql`
    select r.row_no, r.values->'numbering'->>'district' as district, r.values->'numbering'->>'category' as category,
      extract(year from (r.values->'certificate'->>'issued_on')::date)::int as year
    from ${rows} r join completion c on c.id = r.subject_id where r.values->'certificate'->>'number' is null order by r.row_no`);
  const numbers: { row_no: number; number: string }[] = [];
  const groups = [...groupBy([...bare], ({ district, year }) => `${district ?? ''} ${year}`)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [, group] of groups) {
    const [first] = group;
    if (!first) continue;
    const letters = group.map(({ category }) => CATEGORY_LETTERS[category]);
    const taken = await takeCertificateNumbers(tx, letters, first.district, first.year);
    numbers.push(...group.map(({ row_no }, at) => ({ row_no, number: taken[at] ?? '' })));
  }
  await tx.execute(sql`
    insert into completion_certificate (id, completion_id, number, public_code, issued_on, content)
    select (v->>'id')::uuid, c.id, coalesce(v->>'number', n.number), v->>'public_code', (v->>'issued_on')::date,
      v->'content' || jsonb_build_object('classCode', k.code)
    from (select r.row_no, r.subject_id, r.values->'certificate' as v from ${rows} r) s
    join completion c on c.id = s.subject_id join training_class k on k.id = c.class_id
    left join jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as n (row_no int, number text) on n.row_no = s.row_no
    on conflict (completion_id) do nothing`);
}

export async function blocksOfCompletions(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]> {
  const rows = await tx.execute<{ row_no: number; block: UndoBlock }>(sql`
    select row_no, block from (
      select r.row_no, case when c.status <> 'valid' then 'completion_ended'
        when exists (select 1 from post_training p where p.person_id = c.person_id and p.revoked_at is null
          and p.content->'completions' @> jsonb_build_array(jsonb_build_object('completionId', c.id))) then 'completion_used' end as block
      from import_row r join completion c on c.id = r.subject_id where r.import_id = ${importId} and r.applied_at is not null
    ) found where block is not null order by row_no limit ${limit}`);
  return rows.map(({ row_no, block }) => ({ rowNo: row_no, block }));
}

/** What was counted is never deleted: every completion is voided, with its entry of -1. */
export async function undoCompletions({ tx, now }: Operation<'import.undone'>, importId: string): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const ours = sql`select subject_id from import_row where import_id = ${importId} and applied_at is not null`;
  const reason = sql`(select coalesce(reason, '') from import_run where id = ${importId})`;
  const by = sql`(select undone_by from import_run where id = ${importId})`;
  await tx.execute(sql`
    insert into completion_entry (completion_id, kind, delta, reason, at, by)
    select c.id, 'voided', -1, ${reason}, ${at}, ${by} from completion c where c.id in (${ours}) and c.status = 'valid'`);
  await tx.execute(sql`
    update completion_certificate set revoked_at = ${at}, revoked_reason = ${reason} where completion_id in (${ours}) and revoked_at is null`);
  await tx.execute(sql`
    update enrolment e set status = 'voided', reason = ${reason}, decided_at = ${at}, decided_by = ${by}, updated_at = ${at}
    from completion c where c.id in (${ours}) and e.id = c.enrolment_id`);
  await tx.execute(sql`update completion set status = 'voided' where id in (${ours}) and status = 'valid'`);
}
