import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type ApplyBatch, type BlockedRow, batchRows, type FailedRow } from '../excel/import-engine.server';
import type { UndoBlock } from '../excel/row-problem';
import { enterImportedPersons, removeUnusedPersons } from '../person/known-persons.server';
import { settlePosts } from '../person/settle-posts.server';
import type { Operation } from '../shared/operation.server';

const PERSON_OF_ROW = sql`coalesce(r.values->>'person_id',
  (select id::text from person where id_number_hash = r.values->>'person_hash'))`;

/** Writes claimed rows of a roster: persons, posts, what is known of them, certificates, and the flags that follow. */
export async function applyRosters({ op, importId, rowNos }: ApplyBatch): Promise<FailedRow[]> {
  const { tx, now } = op;
  const rows = batchRows(importId, rowNos);
  const at = now.toISOString();
  await enterImportedPersons(tx, importId, rowNos, now);
  await tx.execute(sql`
    insert into engagement
    select e.* from ${rows} r cross join lateral jsonb_populate_record(null::engagement,
      r.values->'engagement' || jsonb_build_object('created_at', ${at}::text, 'person_id', ${PERSON_OF_ROW})) e
    where r.outcome = 'new' on conflict do nothing`);
  await changePosts(tx, rows);
  await changePersons(tx, rows);
  await tx.execute(sql`
    insert into certificate
    select c.* from ${rows} r cross join lateral jsonb_populate_record(null::certificate, r.values->'certificate' || jsonb_build_object(
      'created_at', ${at}::text, 'submitted_at', ${at}::text, 'person_id', ${PERSON_OF_ROW},
      'district_code', coalesce(r.values->'certificate'->>'district_code', (select o.district_code from engagement g
        join organisation o on o.id = g.institution_id where g.id = r.subject_id)))) c
    where r.values ? 'certificate' and exists (select 1 from engagement g where g.id = r.subject_id)
    on conflict do nothing`);
  await settlePosts(op, await personsOf(tx, rows));
  const failed = await tx.execute<{ row_no: number }>(sql`
    select r.row_no from ${rows} r left join engagement e on e.id = r.subject_id
    where e.id is null or not (to_jsonb(e) @> ((r.values->'engagement') - 'person_id' - 'is_main_post'))`);
  return failed.map(({ row_no }) => ({ rowNo: row_no, code: 'changed_meanwhile' }));
}

const changePosts = (tx: Tx, rows: SQL) =>
  tx.execute(sql`
    update engagement e set start_on = coalesce(v.start_on, e.start_on), end_on = coalesce(v.end_on, e.end_on),
      is_full_time = coalesce(v.is_full_time, e.is_full_time), is_intern = coalesce(v.is_intern, e.is_intern),
      contract_until_on = coalesce(v.contract_until_on, e.contract_until_on), remark = coalesce(v.remark, e.remark)
    from ${rows} r cross join lateral jsonb_populate_record(null::engagement, r.values->'engagement') v
    where r.outcome = 'changed' and e.id = r.subject_id and r.values->'engagement' <> '{}'::jsonb and to_jsonb(e) @> (r.before->'engagement')`);

const changePersons = (tx: Tx, rows: SQL) =>
  tx.execute(sql`
    update person p set education = coalesce(v.education, p.education), field_of_study = coalesce(v.field_of_study, p.field_of_study),
      health_cert_valid_until = coalesce(v.health_cert_valid_until, p.health_cert_valid_until),
      background_checked_on = coalesce(v.background_checked_on, p.background_checked_on),
      phone_encrypted = coalesce(p.phone_encrypted, v.phone_encrypted), phone_hash = coalesce(p.phone_hash, v.phone_hash),
      phone_masked = coalesce(p.phone_masked, v.phone_masked)
    from ${rows} r cross join lateral jsonb_populate_record(null::person, r.values->'facts') v
    where r.values->'facts' <> '{}'::jsonb
      and p.id = (r.values->>'person_id')::uuid`);

async function personsOf(tx: Tx, rows: SQL): Promise<string[]> {
  const found = await tx.execute<{ id: string }>(
    sql`select distinct e.person_id as id from ${rows} r join engagement e on e.id = r.subject_id`,
  );
  return found.map(({ id }) => id);
}

/** What may have been built on a row of a roster; the first that fits is named. */
const BUILT: readonly [UndoBlock, SQL][] = [
  ['engagement_changed', sql`e.id is null or not (to_jsonb(e) @> ((r.values->'engagement') - 'person_id' - 'is_main_post'))`],
  [
    'engagement_used',
    sql`exists (select 1 from off_post x where x.engagement_id = e.id and x.created_at >= r.applied_at)
      or exists (select 1 from engagement_dispute x where x.engagement_id = e.id and x.opened_at >= r.applied_at)
      or exists (select 1 from post_claim x where x.engagement_id = e.id)
      or exists (select 1 from double_roster x where e.id in (x.first_engagement_id, x.second_engagement_id) and x.decided_at >= r.applied_at)`,
  ],
  [
    'roster_confirmed',
    sql`exists (select 1 from roster_confirmation x where x.institution_id = e.institution_id and x.confirmed_at > r.applied_at)`,
  ],
  [
    'person_used',
    sql`exists (select 1 from enrolment x where x.person_id = e.person_id and x.institution_id = e.institution_id and x.created_at > r.applied_at)`,
  ],
  [
    'certificate_decided',
    sql`exists (select 1 from certificate c where c.id = (r.values->'certificate'->>'id')::uuid and (c.status <> 'submitted'
      or exists (select 1 from certificate_file f where f.certificate_id = c.id)))`,
  ],
];

export async function blocksOfRosters(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]> {
  const cases = BUILT.map(([block, condition]) => sql`when ${condition} then ${block}`);
  const rows = await tx.execute<{ row_no: number; block: UndoBlock }>(sql`
    select row_no, block from (
      select r.row_no, case ${sql.join(cases, sql` `)} end as block
      from import_row r left join engagement e on e.id = r.subject_id
      where r.import_id = ${importId} and r.applied_at is not null
    ) found where block is not null order by row_no limit ${limit}`);
  return rows.map(({ row_no, block }) => ({ rowNo: row_no, block }));
}

export async function undoRosters(op: Operation<'import.undone'>, importId: string): Promise<void> {
  const { tx } = op;
  const rows = sql`(select * from import_row where import_id = ${importId} and applied_at is not null)`;
  const made = sql`select subject_id from ${rows} r where r.outcome = 'new'`;
  const persons = await personsOf(tx, rows);
  await tx.execute(sql`delete from certificate where import_id = ${importId} and status = 'submitted'`);
  await tx.execute(sql`
    delete from double_roster where decided_at is null and (first_engagement_id in (${made}) or second_engagement_id in (${made}))`);
  await tx.execute(sql`delete from engagement where id in (${made})`);
  for (const [table, part, columns] of RESTORED) {
    const sets = columns.map(
      (column) => sql`${sql.raw(column)} = case when r.before->${part} ? ${column} then v.${sql.raw(column)} else t.${sql.raw(column)} end`,
    );
    const target = part === 'engagement' ? sql`r.subject_id` : sql`(r.values->>'person_id')::uuid`;
    await tx.execute(sql`
      update ${sql.raw(table)} t set ${sql.join(sets, sql`, `)}
      from ${rows} r cross join lateral jsonb_populate_record(null::${sql.raw(table)}, r.before->${part}) v
      where coalesce(r.before->${part}, '{}'::jsonb) <> '{}'::jsonb and t.id = ${target}`);
  }
  await settlePosts(op, persons);
  await removeUnusedPersons(tx, importId);
}

const RESTORED = [
  ['engagement', 'engagement', ['start_on', 'end_on', 'is_full_time', 'is_intern', 'contract_until_on', 'remark']],
  [
    'person',
    'facts',
    ['education', 'field_of_study', 'health_cert_valid_until', 'background_checked_on', 'phone_encrypted', 'phone_hash', 'phone_masked'],
  ],
] as const;
