import { eq, inArray, or, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { lecturer } from '#db/schema';
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
import { findPersons, type KnownPerson, namedPerson } from '../person/known-persons.server';
import { newId } from '../shared/id';
import type { Operation } from '../shared/operation.server';
import { settingOf } from '../shared/settings.server';
import { comparable } from '../shared/text';
import { fieldsIn, LECTURER_COLUMNS } from './import-columns';
import { isSameLecturer, lastDayOf } from './lecturer';

/** Lecturers of a provider, each a proposal that its commission decides on; experts of a commission, approved at once. */
export const importLecturers: ImportKind = {
  name: 'lecturers',
  sheets: ['师资', '师资登记表', '专家'],
  columns: LECTURER_COLUMNS,
  roles: ['provider_staff', 'district_officer', 'city_officer'],
  check,
  apply,
  blocks,
  undo,
};

type Standing = typeof lecturer.$inferSelect;

async function check(batch: CheckBatch): Promise<CheckedRow[]> {
  const named = batch.rows.map((row) => namedPerson(row.values));
  const persons = await findPersons(
    batch.tx,
    named.flatMap((person) => person?.hash ?? []),
  );
  const names = [...new Set(batch.rows.flatMap((row) => textIn(row.values, 'name') ?? []))];
  const ids = [...persons.values()].map(({ id }) => id);
  const standing = await batch.tx
    .select()
    .from(lecturer)
    .where(
      or(names.length > 0 ? inArray(lecturer.name, names) : sql`false`, ids.length > 0 ? inArray(lecturer.personId, ids) : sql`false`),
    );
  const years = await settingOf(batch.tx, 'lecturer_approval_years');
  return batch.rows.map((row, at) => {
    const hash = named[at]?.hash;
    return checkRow(batch, row, { asked: hash !== undefined, person: hash ? persons.get(hash) : undefined, standing, years });
  });
}

interface Facts {
  asked: boolean;
  person: KnownPerson | undefined;
  standing: readonly Standing[];
  years: number;
}

function checkRow(batch: CheckBatch, row: ParsedRow, { asked, person, standing, years }: Facts): CheckedRow {
  const name = textIn(row.values, 'name') ?? '';
  const employer = textIn(row.values, 'employer') ?? '';
  const { fields, unknown } = fieldsIn(textIn(row.values, 'fields') ?? '');
  const problems: RowProblem[] = [...row.problems];
  if (unknown !== null) problems.push({ column: 'fields', code: 'lecturer_field_unknown', params: { word: unknown } });
  // Which of the two differs is not said: nobody is looked for by a document alone.
  if (asked && person?.name !== name) problems.push({ column: 'idNumber', code: 'lecturer_person_unknown' });
  const first = seenBefore(batch, comparable(`${name} ${employer}`), row.rowNo);
  if (first !== undefined) problems.push({ column: 'name', code: 'twice_in_file', params: { row: first } });
  if (problems.length > 0) return { outcome: 'error', problems };

  const { organisation, accountId, role } = batch.scope;
  const provider = role === 'provider_staff';
  const self = { name, employer, personId: person?.id ?? null };
  const own = standing.find(
    (other) => other.organisationId === (provider ? organisation.id : null) && other.status !== 'withdrawn' && isSameLecturer(other, self),
  );
  if (own) return { outcome: 'same', problems: [], subjectId: own.id };
  const id = newId();
  const at = batch.now.toISOString();
  const approval = provider
    ? { status: 'submitted' }
    : {
        status: 'approved',
        approved_from_on: batch.today,
        approved_until_on: lastDayOf(batch.today, years),
        decided_at: at,
        decided_by: accountId,
      };
  const values = {
    id,
    kind: textIn(row.values, 'kind') ?? (provider ? 'lecturer' : 'expert'),
    name,
    person_id: self.personId,
    organisation_id: provider ? organisation.id : null,
    district_code: organisation.districtCode,
    employer,
    fields,
    qualification: textIn(row.values, 'qualification'),
    submitted_by: accountId,
    import_id: batch.importId,
    is_demo: false,
    ...approval,
  };
  return { outcome: 'new', problems: [], subjectId: id, values };
}

async function apply({ op, importId, rowNos }: ApplyBatch): Promise<FailedRow[]> {
  const at = op.now.toISOString();
  await op.tx.execute(sql`
    insert into lecturer
    select l.* from ${batchRows(importId, rowNos)} r
    cross join lateral jsonb_populate_record(null::lecturer, r.values || jsonb_build_object('created_at', ${at}::text, 'submitted_at', ${at}::text)) l
    where r.outcome = 'new' on conflict do nothing`);
  return [];
}

/** Decided on since, renewed, or named in a lesson: then the whole file stays. */
async function blocks(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]> {
  const rows = await tx.execute<{ row_no: number }>(sql`
    select r.row_no from import_row r join lecturer l on l.id = r.subject_id
    where r.import_id = ${importId} and r.applied_at is not null and r.outcome = 'new' and (
      l.status in ('returned', 'withdrawn') or (l.status = 'approved' and r.values->>'status' = 'submitted') or l.renewal_asked_at is not null
      or exists (select 1 from lesson s where s.lecturer_id = l.id))
    order by r.row_no limit ${limit}`);
  return rows.map(({ row_no }) => ({ rowNo: row_no, block: 'lecturer_used' }));
}

async function undo({ tx }: Operation<'import.undone'>, importId: string): Promise<void> {
  await tx.delete(lecturer).where(eq(lecturer.importId, importId));
}
