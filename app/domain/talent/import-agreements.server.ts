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
import { textIn } from '../excel/import-kind';
import type { ParsedRow } from '../excel/read-row';
import type { RowProblem } from '../excel/row-problem';
import { newId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { AGREEMENT_SCOPES, type AgreementScope, agreementDaysGap } from './cooperation';
import { AGREEMENT_COLUMNS } from './import-columns';
import { partnerFinder } from './partner-finder.server';

/** A college's agreements. They wait for their signed copies and for the institutions, as on screen. */
export const importAgreements: ImportKind = {
  name: 'agreements',
  sheets: ['合作协议', '校企合作协议', '协议登记表'],
  columns: AGREEMENT_COLUMNS,
  roles: ['provider_staff'],
  at: ['college'],
  check,
  apply,
  blocks,
  undo,
};

const SCOPE_WORDS: Readonly<Record<AgreementScope, RegExp>> = {
  standards: /^(教学|服务)?标准(研制|开发|制定)?$/,
  courses: /^课程(开发|建设)?$/,
  teacher_practice: /^教师实践$|^教师(企业)?实践锻炼$/,
  placements: /^(学生)?(岗位)?实习(实训)?$/,
  employment: /^(就业创业|就业|创业)$/,
};

/** `教师实践、学生实习` → scopes in their order; null where a word is none. */
function scopesOf(words: string): AgreementScope[] | null {
  const said = words.split(/[、,，;；/\s]+/).filter(Boolean);
  const found = said.map((word) => AGREEMENT_SCOPES.find((scope) => SCOPE_WORDS[scope].test(word)));
  if (said.length === 0 || found.includes(undefined)) return null;
  return AGREEMENT_SCOPES.filter((scope) => found.includes(scope));
}

type Known = Record<'number' | 'institution_id' | 'signed_on' | 'from_on' | 'until_on', string> & { scopes: AgreementScope[] };

async function check(batch: CheckBatch): Promise<CheckedRow[]> {
  const find = await partnerFinder(batch.tx, batch.scope);
  const numbers = batch.rows.flatMap(({ values }) => textIn(values, 'number') ?? []);
  const known = await batch.tx.execute<Known>(sql`
    select number, institution_id, signed_on::text, from_on::text, until_on::text, to_jsonb(scopes) as scopes from cooperation_agreement
    where college_id = ${batch.scope.organisation.id} and number in (select jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb))`);
  return batch.rows.map((row) => checkRow(batch, row, find(row.values), known));
}

function checkRow(
  batch: CheckBatch,
  row: ParsedRow,
  named: Awaited<ReturnType<Awaited<ReturnType<typeof partnerFinder>>>>,
  known: readonly Known[],
): CheckedRow {
  const { values } = row;
  const [number, signedOn, fromOn, untilOn] = ['number', 'signedOn', 'fromOn', 'untilOn'].map((key) => textIn(values, key));
  const words = textIn(values, 'scopes');
  const scopes = words === null ? [] : scopesOf(words);
  const problems: RowProblem[] = [...row.problems];
  if ('problem' in named) problems.push(named.problem);
  if (scopes === null) problems.push({ column: 'scopes', code: 'agreement_scope_unknown' });
  const gap = signedOn && fromOn && untilOn ? agreementDaysGap({ signedOn, fromOn, untilOn }) : null;
  if (gap) problems.push({ column: gap.field, code: gap.code });
  const first = number ? seenBefore(batch, number, row.rowNo) : undefined;
  if (first !== undefined) problems.push({ column: 'number', code: 'twice_in_file', params: { row: first } });
  if (problems.length > 0 || 'problem' in named) return { outcome: 'error', problems };
  const said = { number, institution_id: named.institution.id, signed_on: signedOn, from_on: fromOn, until_on: untilOn, scopes };
  const there = known.find((each) => each.number === number);
  if (there)
    return JSON.stringify({ ...said, ...there }) === JSON.stringify(said)
      ? { outcome: 'same', problems: [] }
      : { outcome: 'conflict', problems: [{ column: 'number', code: 'agreement_differs' }] };
  const id = newId();
  const remark = textIn(values, 'remark') ?? '';
  const row_ = { id, college_id: batch.scope.organisation.id, ...said, status: 'proposed', remark, import_id: batch.importId };
  return { outcome: 'new', problems: [], subjectId: id, values: row_ };
}

async function apply({ op, scope, importId, rowNos }: ApplyBatch): Promise<FailedRow[]> {
  const at = op.now.toISOString();
  const rows = sql`${batchRows(importId, rowNos)} r`;
  await op.tx.execute(sql`
    insert into cooperation_agreement select a.* from ${rows} cross join lateral jsonb_populate_record(null::cooperation_agreement,
      r.values || jsonb_build_object('proposed_at', ${at}::text, 'proposed_by', ${scope.accountId}::text)) a on conflict do nothing`);
  const failed = await op.tx.execute<{ row_no: number }>(
    sql`select r.row_no from ${rows} where not exists (select 1 from cooperation_agreement a where a.id = r.subject_id)`,
  );
  return failed.map(({ row_no }) => ({ rowNo: row_no, code: 'changed_meanwhile' }));
}

/** Once a file was added, the institution answered or another agreement goes on from it, an agreement stays. */
async function blocks(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]> {
  const rows = await tx.execute<{ row_no: number }>(sql`
    select r.row_no from import_row r left join cooperation_agreement a on a.id = r.subject_id
    where r.import_id = ${importId} and r.applied_at is not null and (a.id is null or a.status <> 'proposed' or a.file_stored_as is not null
      or not (to_jsonb(a) @> r.values) or exists (select 1 from cooperation_agreement n where n.renews_id = a.id))
    order by r.row_no limit ${limit}`);
  return rows.map(({ row_no }) => ({ rowNo: row_no, block: 'agreement_used' }));
}

async function undo({ tx }: Operation<'import.undone'>, importId: string): Promise<void> {
  await tx.execute(sql`delete from cooperation_agreement where import_id = ${importId}`);
}
