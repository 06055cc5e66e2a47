import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { institutionFinder, institutionsOf, type Named } from '../certificate/roster-facts.server';
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
import { newId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { comparable } from '../shared/text';
import { ENTERPRISE_STATUSES, type EnterpriseSpan, enterpriseGap } from './cooperation';
import { ENTERPRISE_COLUMNS } from './import-columns';
import { appendEnterprise, enterprisesOf, takeOutEnterprise } from './write-enterprise.server';

/** 产教融合型企业 of the officer's area. Several entries of one institution stand in the order of their days. */
export const importEnterprises: ImportKind = {
  name: 'enterprises',
  sheets: ['产教融合型企业', '产教融合型企业名单', '产教融合企业'],
  columns: ENTERPRISE_COLUMNS,
  roles: ['district_officer', 'city_officer'],
  check,
  apply,
  blocks,
  undo,
};

type Known = EnterpriseSpan & { institutionId: string };

async function check(batch: CheckBatch): Promise<CheckedRow[]> {
  const find = institutionFinder(await institutionsOf(batch.tx, batch.scope), batch.scope.role);
  const known = await batch.tx.execute<Known & Record<string, unknown>>(sql`
    select institution_id as "institutionId", status, from_on::text as "fromOn", until_on::text as "untilOn", document_no as "documentNo"
    from integrated_enterprise order by from_on desc, id desc`);
  return batch.rows.map((row) => checkRow(batch, row, find(row.values), known));
}

function checkRow(batch: CheckBatch, { values, problems, rowNo }: ParsedRow, named: Named, known: readonly Known[]): CheckedRow {
  if ('problem' in named) return { outcome: 'error', problems: [...problems, named.problem] };
  const status = ENTERPRISE_STATUSES.find((each) => each === textIn(values, 'status'));
  const [fromOn, documentNo] = [textIn(values, 'fromOn'), textIn(values, 'documentNo')];
  if (problems.length > 0 || !status || fromOn === null || documentNo === null) return { outcome: 'error', problems };
  const institutionId = named.institution.id;
  const entry = { status, fromOn, documentNo };
  const first = seenBefore(batch, JSON.stringify([institutionId, entry]), rowNo);
  if (first !== undefined) return { outcome: 'error', problems: [{ column: 'fromOn', code: 'twice_in_file', params: { row: first } }] };
  const there = known.filter((each) => each.institutionId === institutionId);
  if (there.some((each) => isSame(each, entry))) return { outcome: 'same', problems: [] };
  const above = batch.memory.get(institutionId);
  const last: EnterpriseSpan | undefined = above ? JSON.parse(above) : there[0];
  const gap = enterpriseGap(last, entry);
  if (gap) return { outcome: 'conflict', problems: [{ ...gap, column: gap.field }] };
  batch.memory.set(institutionId, JSON.stringify({ ...entry, untilOn: null }));
  const id = newId();
  return {
    outcome: 'new',
    problems: [],
    subjectId: id,
    values: { id, institution_id: institutionId, status, from_on: fromOn, document_no: documentNo },
  };
}

const isSame = (known: EnterpriseSpan, { status, fromOn, documentNo }: Omit<EnterpriseSpan, 'untilOn'>): boolean =>
  known.status === status && known.fromOn === fromOn && comparable(known.documentNo) === comparable(documentNo);

/** Row by row: each follows what stands by then, with the rule of the screen. There are tens of them, not thousands. */
async function apply({ op, scope, importId, rowNos }: ApplyBatch): Promise<FailedRow[]> {
  const rows = await op.tx.execute<{
    row_no: number;
    values: Record<'id' | 'institution_id' | 'status' | 'from_on' | 'document_no', string>;
  }>(sql`
    select row_no, values from ${batchRows(importId, rowNos)} r order by row_no`);
  await op.tx.execute(sql`
    select 1 from organisation where id in (select (jsonb_array_elements_text(${JSON.stringify(rows.map(({ values }) => values.institution_id))}::jsonb))::uuid)
    order by id for update`);
  const failed: FailedRow[] = [];
  for (const { row_no, values } of rows) {
    const { id, institution_id: institutionId } = values;
    const status = ENTERPRISE_STATUSES.find((each) => each === values.status);
    const [last] = await enterprisesOf(op.tx, institutionId);
    const entry = status && { status, fromOn: values.from_on, documentNo: values.document_no };
    if (!entry || enterpriseGap(last, entry)) failed.push({ rowNo: row_no, code: 'changed_meanwhile' });
    else await appendEnterprise(op.tx, { id, institutionId, ...entry, createdAt: op.now, createdBy: scope.accountId }, last);
  }
  return failed;
}

const APPLIED = (importId: string) => sql`import_row r where r.import_id = ${importId} and r.applied_at is not null`;

/** What was ended, taken out or followed by something else than a row of the same file stays. */
async function blocks(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]> {
  const rows = await tx.execute<{ row_no: number }>(sql`
    with r as (select * from ${APPLIED(importId)})
    select r.row_no from r left join integrated_enterprise e on e.id = r.subject_id
    where e.id is null or exists (select 1 from integrated_enterprise n where n.institution_id = e.institution_id
        and n.from_on > e.from_on and n.id not in (select subject_id from r))
      or (e.until_on is not null and not exists (select 1 from integrated_enterprise n
        where n.institution_id = e.institution_id and n.from_on = e.until_on))
    order by r.row_no limit ${limit}`);
  return rows.map(({ row_no }) => ({ rowNo: row_no, block: 'enterprise_changed' }));
}

/** The latest first, so that each is the last one when its turn comes. */
async function undo({ tx }: Operation<'import.undone'>, importId: string): Promise<void> {
  const rows = await tx.execute<{ subject_id: string; institution_id: string }>(sql`
    select subject_id, values->>'institution_id' as institution_id from ${APPLIED(importId)} order by row_no desc`);
  for (const { subject_id, institution_id } of rows) {
    const [last, before] = await enterprisesOf(tx, institution_id);
    if (last?.id === subject_id) await takeOutEnterprise(tx, last, before);
  }
}
