import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type ApplyBatch, type BlockedRow, batchRows, type FailedRow } from '../excel/import-engine.server';
import type { UndoBlock } from '../excel/row-problem';
import type { Operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';
import { dropImportedCapacities, keepCapacities } from './keep-capacities.server';

const ORGANISATION = [
  'name',
  'legal_nature',
  'address',
  'contact_name',
  'contact_phone',
  'operator_type',
  'filing_status',
  'filed_on',
] as const;
const FILE = [
  'filing_no',
  'registrar_type',
  'is_profit',
  'legal_rep_name',
  'subdistrict',
  'service_types',
  'premises',
  'building_m_2',
  'indoor_m_2',
  'outdoor_m_2',
  'capacity',
  'is_inclusive',
  'inclusive_since',
  'is_demonstration',
  'provides_meals',
  'food_permit_until',
] as const;

/** Sets what one part of a row names and leaves the rest. */
const setParts = (columns: readonly string[], source: SQL) =>
  sql.join(
    columns.map((name) => sql`${sql.raw(name)} = case when ${source} ? ${name} then v.${sql.raw(name)} else t.${sql.raw(name)} end`),
    sql`, `,
  );

/** Institution files of claimed rows: the organisation, its file, its classes, and the period of its dated facts. */
export async function applyInstitutions({ op, importId, rowNos, scope }: ApplyBatch): Promise<FailedRow[]> {
  const { tx, now } = op;
  const rows = batchRows(importId, rowNos);
  const at = now.toISOString();
  await tx.execute(sql`
    insert into organisation select v.* from ${rows} r cross join lateral jsonb_populate_record(null::organisation,
      r.values->'organisation' || jsonb_build_object('created_at', ${at}::text, 'decided_at', ${at}::text)) v
    where r.outcome = 'new' on conflict do nothing`);
  await tx.execute(sql`
    update organisation t set ${setParts(ORGANISATION, sql`r.values->'organisation'`)}
    from ${rows} r cross join lateral jsonb_populate_record(null::organisation, r.values->'organisation') v
    where r.outcome = 'changed' and t.id = r.subject_id and to_jsonb(t) @> (r.before->'organisation')`);
  const stands = sql`exists (select 1 from organisation o where o.id = r.subject_id and to_jsonb(o) @> ((r.values->'organisation')))`;
  await tx.execute(sql`
    insert into institution_file select v.* from ${rows} r cross join lateral jsonb_populate_record(null::institution_file,
      r.values->'file' || jsonb_build_object('updated_at', ${at}::text)) v
    where r.outcome = 'new' and ${stands} on conflict do nothing`);
  await tx.execute(sql`
    update institution_file t set ${setParts(FILE, sql`r.values->'file'`)}, updated_at = ${at}::timestamptz
    from ${rows} r cross join lateral jsonb_populate_record(null::institution_file, r.values->'file') v
    where r.outcome = 'changed' and t.organisation_id = r.subject_id and ${stands}`);
  await writeClasses(tx, sql`${rows} r where r.values ? 'classes' and ${stands}`, 'values');
  await writePeriods(tx, sql`${rows} r where r.values ? 'period' and ${stands}`, at, scope.accountId);
  await keepCapacities(tx, sql`select r.subject_id from ${rows} r where ${stands}`, { day: beijingDate(now), now, actor: op.actor });
  const failed = await tx.execute<{ row_no: number }>(sql`select r.row_no from ${rows} r where not ${stands}`);
  return failed.map(({ row_no }) => ({ rowNo: row_no, code: 'changed_meanwhile' }));
}

async function writeClasses(tx: Tx, rows: SQL, part: 'values' | 'before'): Promise<void> {
  await tx.execute(sql`delete from institution_class where organisation_id in (select r.subject_id from ${rows})`);
  await tx.execute(sql`
    insert into institution_class (organisation_id, care_group, classes, places)
    select s.subject_id, c."group", c.classes, c.places from (select r.* from ${rows}) s
    cross join lateral jsonb_to_recordset(s.${sql.raw(part)}->'classes') as c ("group" text, classes int, places int)`);
}

/** The open period ends where the new one begins; one that begins on the same day is corrected instead. */
async function writePeriods(tx: Tx, rows: SQL, at: string, by: string): Promise<void> {
  const wanted = sql`(select r.subject_id, p.* from (select r.* from ${rows}) r cross join lateral jsonb_populate_record(null::institution_period, r.values->'period') p) w`;
  await tx.execute(sql`
    update institution_period t set filing_status = w.filing_status, operator_type = w.operator_type
    from ${wanted} where t.institution_id = w.subject_id and t.until_on is null and t.from_on = w.from_on`);
  await tx.execute(sql`
    update institution_period t set until_on = w.from_on
    from ${wanted} where t.institution_id = w.subject_id and t.until_on is null and t.from_on < w.from_on`);
  await tx.execute(sql`
    insert into institution_period (id, institution_id, from_on, filing_status, operator_type, district_code, reason, created_at, created_by)
    select w.id, w.subject_id, w.from_on, w.filing_status, w.operator_type, w.district_code, '', ${at}::timestamptz, ${by}
    from ${wanted} where not exists (select 1 from institution_period o where o.institution_id = w.subject_id and o.until_on is null)`);
}

/** Every table that may hold something of an institution, apart from what the import itself writes. */
async function usedCondition(tx: Tx): Promise<SQL> {
  const references = await tx.execute<{ place: string; col: string }>(sql`
    select c.conrelid::regclass::text as place, a.attname as col
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'organisation'::regclass
      and c.conrelid::regclass::text not in ('institution_file', 'institution_class', 'institution_period', 'institution_capacity')`);
  return sql.join(
    references.map(({ place, col }) => sql`exists (select 1 from ${sql.raw(place)} x where x.${sql.identifier(col)} = r.subject_id)`),
    sql` or `,
  );
}

export async function blocksOfInstitutions(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]> {
  const used = await usedCondition(tx);
  const rows = await tx.execute<{ row_no: number; block: UndoBlock }>(sql`
    select row_no, block from (
      select r.row_no, case when r.outcome = 'new' and (${used}) then 'institution_used'
        when not (to_jsonb(o) @> (r.values->'organisation')) or not (to_jsonb(f) @> (r.values->'file'))
          or (r.values ? 'period' and not exists (select 1 from institution_period p where p.institution_id = o.id and p.until_on is null
            and p.from_on = (r.values->'period'->>'from_on')::date)) then 'institution_changed' end as block
      from import_row r join organisation o on o.id = r.subject_id left join institution_file f on f.organisation_id = o.id
      where r.import_id = ${importId} and r.applied_at is not null
    ) found where block is not null order by row_no limit ${limit}`);
  return rows.map(({ row_no, block }) => ({ rowNo: row_no, block }));
}

export async function undoInstitutions({ tx, now, actor }: Operation<'import.undone'>, importId: string): Promise<void> {
  const all = sql`(select * from import_row where import_id = ${importId} and applied_at is not null)`;
  const changed = (more: SQL) => sql`${all} r where r.outcome = 'changed' and ${more}`;
  await tx.execute(sql`
    update organisation t set ${setParts(ORGANISATION, sql`r.before->'organisation'`)}
    from ${all} r cross join lateral jsonb_populate_record(null::organisation, r.before->'organisation') v
    where r.outcome = 'changed' and t.id = r.subject_id`);
  await tx.execute(sql`
    update institution_file t set ${setParts(FILE, sql`r.before->'file'`)}
    from ${all} r cross join lateral jsonb_populate_record(null::institution_file, r.before->'file') v
    where r.outcome = 'changed' and t.organisation_id = r.subject_id`);
  await writeClasses(tx, changed(sql`r.before ? 'classes'`), 'before');
  await dropImportedCapacities(tx, all);
  await keepCapacities(tx, sql`select r.subject_id from ${changed(sql`true`)}`, { day: beijingDate(now), now, actor });
  await tx.execute(sql`
    delete from institution_period t using ${all} r where r.outcome = 'changed' and t.id = (r.values->'period'->>'id')::uuid`);
  await tx.execute(sql`
    update institution_period t set until_on = null, filing_status = b.filing_status, operator_type = b.operator_type
    from ${all} r cross join lateral jsonb_populate_record(null::institution_period, r.before->'period') b
    where r.outcome = 'changed' and r.values ? 'period' and t.id = b.id`);
  const made = sql`select subject_id from ${all} r where r.outcome = 'new'`;
  for (const [table, column] of [
    ['institution_class', 'organisation_id'],
    ['institution_capacity', 'institution_id'],
    ['institution_period', 'institution_id'],
    ['institution_file', 'organisation_id'],
    ['organisation', 'id'],
  ] as const)
    await tx.execute(sql`delete from ${sql.raw(table)} where ${sql.raw(column)} in (${made})`);
}
