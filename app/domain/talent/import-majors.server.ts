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
import { flagIn, textIn } from '../excel/import-kind';
import type { ParsedRow } from '../excel/read-row';
import type { RowProblem } from '../excel/row-problem';
import { newId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { comparable } from '../shared/text';
import { MAJOR_COLUMNS } from './import-columns';
import { isMajorCode } from './programme';

/** The catalogue of majors, by level and name. What a row leaves empty stays as it is. */
export const importMajors: ImportKind = {
  name: 'majors',
  sheets: ['专业目录', '专业名录', '专业目录登记表'],
  columns: MAJOR_COLUMNS,
  roles: ['city_officer'],
  check,
  apply,
  blocks,
  undo,
};

const FACTS = ['code', 'name_en', 'childcare_related', 'source', 'is_active'] as const;
type Facts = Record<(typeof FACTS)[number], string | boolean | null>;
type Known = Facts & { id: string; name_zh: string; level: string };

async function check(batch: CheckBatch): Promise<CheckedRow[]> {
  const known = await batch.tx.execute<Known>(
    sql`select id, level, name_zh, code, name_en, childcare_related, source, is_active from major`,
  );
  return batch.rows.map((row) => checkRow(batch, row, known));
}

function checkRow(batch: CheckBatch, row: ParsedRow, known: readonly Known[]): CheckedRow {
  const [level, name, code] = ['level', 'major', 'code'].map((key) => textIn(row.values, key));
  const ofLevel = known.filter((major) => major.level === level);
  const there = ofLevel.find((major) => comparable(major.name_zh) === comparable(name ?? ''));
  const problems: RowProblem[] = [...row.problems];
  if (code && !isMajorCode(code)) problems.push({ column: 'code', code: 'major_code_format' });
  if (code && ofLevel.some((major) => major.code === code && major !== there)) problems.push({ column: 'code', code: 'major_code_taken' });
  problems.push(...namedAbove(batch, row, `${level} `));
  if (problems.length > 0) return { outcome: 'error', problems };
  const said = factsOf(row, there);
  if (!there) {
    const id = newId();
    return { outcome: 'new', problems: [], subjectId: id, values: { id, level, name_zh: name, ...said } };
  }
  if (FACTS.every((fact) => there[fact] === said[fact])) return { outcome: 'same', problems: [], subjectId: there.id };
  const before = Object.fromEntries(FACTS.map((fact) => [fact, there[fact]]));
  return { outcome: 'changed', problems: [], subjectId: there.id, values: said, before };
}

/** Within a level a name stands once, and so does a code. */
function namedAbove(batch: CheckBatch, { values, rowNo }: ParsedRow, prefix: string): RowProblem[] {
  return (['major', 'code'] as const).flatMap((column) => {
    const said = textIn(values, column);
    const row = said === null ? undefined : seenBefore(batch, `${column} ${prefix}${comparable(said)}`, rowNo);
    return row === undefined ? [] : [{ column, code: 'twice_in_file' as const, params: { row } }];
  });
}

const factsOf = ({ values }: ParsedRow, there: Known | undefined): Facts => ({
  code: textIn(values, 'code') ?? there?.code ?? null,
  name_en: wordsIn(textIn(values, 'nameEn'), there?.name_en) ?? '',
  childcare_related: flagIn(values, 'related') ?? false,
  source: wordsIn(textIn(values, 'source'), there?.source),
  is_active: flagIn(values, 'active') ?? there?.is_active ?? true,
});

/** Words that differ in nothing but the width of their marks, or that are not there, stay as they stand. */
const wordsIn = (said: string | null, known: Facts['source'] = null): Facts['source'] =>
  said === null || (typeof known === 'string' && comparable(said) === comparable(known)) ? known : said;
const SET = sql`code = v.code, name_en = v.name_en, childcare_related = v.childcare_related, source = v.source, is_active = v.is_active`;

async function apply({ op, scope, importId, rowNos }: ApplyBatch): Promise<FailedRow[]> {
  const rows = sql`${batchRows(importId, rowNos)} r`;
  const by = sql`jsonb_build_object('created_at', ${op.now.toISOString()}::text, 'created_by', ${scope.accountId}::text)`;
  await op.tx.execute(sql`
    insert into major select m.* from ${rows} cross join lateral jsonb_populate_record(null::major, r.values || ${by}) m
    where r.outcome = 'new' on conflict do nothing`);
  await op.tx.execute(sql`
    update major m set ${SET} from ${rows} cross join lateral jsonb_populate_record(null::major, r.values) v
    where r.outcome = 'changed' and m.id = r.subject_id and to_jsonb(m) @> r.before`);
  const failed = await op.tx.execute<{ row_no: number }>(
    sql`select r.row_no from ${rows} left join major m on m.id = r.subject_id where m.id is null or not (to_jsonb(m) @> r.values)`,
  );
  return failed.map(({ row_no }) => ({ rowNo: row_no, code: 'changed_meanwhile' }));
}

/** A new major that a college offers stays; so does what was edited since. */
async function blocks(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]> {
  const rows = await tx.execute<{ row_no: number }>(sql`
    select r.row_no from import_row r left join major m on m.id = r.subject_id
    where r.import_id = ${importId} and r.applied_at is not null and (m.id is null or not (to_jsonb(m) @> r.values)
      or (r.outcome = 'new' and exists (select 1 from programme_point p where p.major_id = m.id)))
    order by r.row_no limit ${limit}`);
  return rows.map(({ row_no }) => ({ rowNo: row_no, block: 'major_used' }));
}

async function undo({ tx }: Operation<'import.undone'>, importId: string): Promise<void> {
  const applied = sql`r.import_id = ${importId} and r.applied_at is not null and m.id = r.subject_id`;
  await tx.execute(sql`
    update major m set ${SET} from import_row r cross join lateral jsonb_populate_record(null::major, r.before) v
    where ${applied} and r.outcome = 'changed'`);
  await tx.execute(sql`delete from major m using import_row r where ${applied} and r.outcome = 'new'`);
}
