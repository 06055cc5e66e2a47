import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import {
  type ApplyBatch,
  type BlockedRow,
  batchRows,
  type CheckBatch,
  type CheckedRow,
  type FailedRow,
  type ImportKind,
  seenBefore,
} from '../excel/import-engine.server';
import { numberIn, textIn } from '../excel/import-kind';
import type { ParsedRow } from '../excel/read-row';
import type { RowProblem } from '../excel/row-problem';
import { newId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { practiceGap } from './cooperation';
import { PRACTICE_COLUMNS } from './import-columns';
import { partnerFinder } from './partner-finder.server';

/** Teachers' practice of a college: plans, and what was done. A plan of the platform becomes done by it. */
export const importPractice: ImportKind = {
  name: 'teacher_practice',
  sheets: ['教师实践', '教师实践登记表', '教师企业实践'],
  columns: PRACTICE_COLUMNS,
  roles: ['provider_staff'],
  at: ['college'],
  check,
  apply,
  blocks,
  undo,
};

const FACTS = ['until_on', 'days', 'topic', 'status', 'summary'] as const;
type Facts = Record<(typeof FACTS)[number], string | number | null>;
type Known = Facts & { id: string; institution_id: string; teacher_name: string; from_on: string };

async function check(batch: CheckBatch): Promise<CheckedRow[]> {
  const find = await partnerFinder(batch.tx, batch.scope);
  const teachers = batch.rows.flatMap(({ values }) => textIn(values, 'teacher') ?? []);
  const known = await batch.tx.execute<Known>(sql`
    select id, institution_id, teacher_name, from_on::text, until_on::text, days, topic, status, summary from teacher_practice
    where college_id = ${batch.scope.organisation.id} and teacher_name in (select jsonb_array_elements_text(${JSON.stringify(teachers)}::jsonb))`);
  return batch.rows.map((row) => checkRow(batch, row, find(row.values), known));
}

type Named = ReturnType<Awaited<ReturnType<typeof partnerFinder>>>;

function checkRow(batch: CheckBatch, row: ParsedRow, named: Named, known: readonly Known[]): CheckedRow {
  const problems: RowProblem[] = [...row.problems, ...factProblems(row, batch.today)];
  if ('problem' in named) return { outcome: 'error', problems: [...problems, named.problem] };
  const key = { institution_id: named.institution.id, teacher_name: textIn(row.values, 'teacher'), from_on: textIn(row.values, 'fromOn') };
  const first = seenBefore(batch, JSON.stringify(key), row.rowNo);
  if (first !== undefined) problems.push({ column: 'teacher', code: 'twice_in_file', params: { row: first } });
  if (problems.length > 0) return { outcome: 'error', problems };
  const said: Facts = {
    until_on: textIn(row.values, 'untilOn'),
    days: numberIn(row.values, 'days'),
    topic: textIn(row.values, 'topic'),
    status: textIn(row.values, 'status'),
    summary: textIn(row.values, 'summary') ?? '',
  };
  const there = known.find((each) => Object.entries(key).every(([name, value]) => each[name as keyof typeof key] === value));
  if (!there) {
    const id = newId();
    const made = { id, college_id: batch.scope.organisation.id, ...key, ...said, import_id: batch.importId };
    return { outcome: 'new', problems: [], subjectId: id, values: made };
  }
  if (FACTS.every((name) => there[name] === said[name])) return { outcome: 'same', problems: [], subjectId: there.id };
  if (there.status !== 'planned') return { outcome: 'conflict', problems: [{ column: 'status', code: 'practice_differs' }] };
  const before = Object.fromEntries(FACTS.map((name) => [name, there[name]]));
  return { outcome: 'changed', problems: [], subjectId: there.id, values: said, before };
}

function factProblems({ values }: ParsedRow, today: string): RowProblem[] {
  const [fromOn, untilOn, days] = [textIn(values, 'fromOn'), textIn(values, 'untilOn'), numberIn(values, 'days')];
  if (fromOn === null || untilOn === null || days === null) return [];
  const gap = practiceGap({ fromOn, untilOn, days });
  if (gap) return [{ column: gap.field, code: gap.code }];
  if (textIn(values, 'status') !== 'done') return [];
  if (untilOn > today) return [{ column: 'untilOn', code: 'date_future' }];
  return textIn(values, 'summary') === null ? [{ column: 'summary', code: 'required' }] : [];
}
const SET = sql`until_on = v.until_on, days = v.days, topic = v.topic, status = v.status, summary = v.summary`;

async function apply({ op, scope, importId, rowNos }: ApplyBatch): Promise<FailedRow[]> {
  const rows = sql`${batchRows(importId, rowNos)} r`;
  const by = sql`jsonb_build_object('created_at', ${op.now.toISOString()}::text, 'created_by', ${scope.accountId}::text)`;
  await op.tx.execute(sql`
    insert into teacher_practice select t.* from ${rows} cross join lateral jsonb_populate_record(null::teacher_practice, r.values || ${by}) t
    where r.outcome = 'new' on conflict do nothing`);
  await op.tx.execute(sql`
    update teacher_practice t set ${SET} from ${rows} cross join lateral jsonb_populate_record(null::teacher_practice, r.values) v
    where r.outcome = 'changed' and t.id = r.subject_id and t.status = 'planned' and to_jsonb(t) @> r.before`);
  const failed = await op.tx.execute<{ row_no: number }>(sql`
    select r.row_no from ${rows} left join teacher_practice t on t.id = r.subject_id where t.id is null or not (to_jsonb(t) @> r.values)`);
  return failed.map(({ row_no }) => ({ rowNo: row_no, code: 'changed_meanwhile' }));
}

async function blocks(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]> {
  const rows = await tx.execute<{ row_no: number }>(sql`
    select r.row_no from import_row r left join teacher_practice t on t.id = r.subject_id
    where r.import_id = ${importId} and r.applied_at is not null and (t.id is null or not (to_jsonb(t) @> r.values))
    order by r.row_no limit ${limit}`);
  return rows.map(({ row_no }) => ({ rowNo: row_no, block: 'practice_changed' }));
}

async function undo({ tx }: Operation<'import.undone'>, importId: string): Promise<void> {
  await tx.execute(sql`
    update teacher_practice t set ${SET} from import_row r cross join lateral jsonb_populate_record(null::teacher_practice, r.before) v
    where r.import_id = ${importId} and r.applied_at is not null and r.outcome = 'changed' and t.id = r.subject_id`);
  await tx.execute(sql`delete from teacher_practice where import_id = ${importId}`);
}
