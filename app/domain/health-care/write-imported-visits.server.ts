import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { type ApplyBatch, type BlockedRow, batchRows, type FailedRow } from '../excel/import-engine.server';
import type { UndoBlock } from '../excel/row-problem';
import type { Operation } from '../shared/operation.server';

const VISIT = sql`(r.values->'visit'->>'id')::uuid`;

/** Visits of claimed rows, each once, and their findings; a visit of which nothing waits is closed. */
export async function applyVisits({ op, scope, importId, rowNos }: ApplyBatch): Promise<FailedRow[]> {
  const { tx, now } = op;
  const at = now.toISOString();
  const rows = batchRows(importId, rowNos);
  const stamp = { organisation_id: scope.organisation.id, recorded_by: scope.accountId, created_by: scope.accountId, import_id: importId };
  const moments = { recorded_at: at, received_at: at, created_at: at, status: 'recorded', purpose: '', results: [], is_announced: true };
  await tx.execute(sql`
    insert into guidance_visit select distinct on (v.id) v.* from ${rows} r join organisation o on o.id = (r.values->'visit'->>'institution_id')::uuid
      cross join lateral jsonb_populate_record(null::guidance_visit, r.values->'visit' || ${JSON.stringify({ ...stamp, ...moments })}::jsonb
        || jsonb_build_object('district_code', coalesce((select p.district_code from institution_period p where p.institution_id = o.id
          and p.from_on <= (r.values->'visit'->>'visited_on')::date and (p.until_on is null or p.until_on > (r.values->'visit'->>'visited_on')::date)
          limit 1), o.district_code))) v
    order by v.id, r.row_no on conflict do nothing`);
  await tx.execute(sql`
    insert into guidance_finding select f.* from ${rows} r join guidance_visit v on v.id = ${VISIT}
      cross join lateral jsonb_populate_record(null::guidance_finding, r.values->'finding'
        || jsonb_build_object('visit_id', v.id, 'institution_id', v.institution_id, 'created_at', ${at}::text,
          'decided_at', case when r.values->'finding'->>'status' = 'open' then null else ${at}::text end,
          'decided_by', case when r.values->'finding'->>'status' = 'open' then null else ${scope.accountId}::text end)) f
    where r.values ? 'finding' on conflict do nothing`);
  await settle(tx, sql`v.id in (select ${VISIT} from ${rows} r)`, { at, by: scope.accountId });
  const failed = await tx.execute<{ row_no: number }>(sql`
    select r.row_no from ${rows} r where not exists (select 1 from guidance_visit v where v.id = ${VISIT})
      or (r.values ? 'finding' and not exists (select 1 from guidance_finding f where f.id = (r.values->'finding'->>'id')::uuid))`);
  return failed.map(({ row_no }) => ({ rowNo: row_no, code: 'changed_meanwhile' }));
}

const waits = sql`exists (select 1 from guidance_finding f where f.visit_id = v.id and f.status in ('open', 'answered'))`;

/** Closed where nothing of it waits, recorded where something does. */
async function settle(tx: Tx, which: SQL, { at, by }: { at: string; by: string }): Promise<void> {
  await tx.execute(sql`
    update guidance_visit v set status = case when ${waits} then 'recorded' else 'closed' end,
      closed_at = case when ${waits} then null else ${at}::timestamptz end, closed_by = case when ${waits} then null else ${by}::uuid end
    where ${which} and v.import_id is not null and v.status in ('recorded', 'closed')`);
}

/** Rows of which something was made since: answered, decided on, followed, or added to on the platform. */
export async function blocksOfVisits(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]> {
  const rows = await tx.execute<{ row_no: number; block: UndoBlock }>(sql`
    select row_no, block from (
      select r.row_no, case
        when r.values ? 'finding' and (f.status is distinct from r.values->'finding'->>'status'
          or exists (select 1 from finding_answer a where a.finding_id = f.id)) then 'finding_changed'
        when exists (select 1 from guidance_visit x where x.follows_id = ${VISIT})
          or exists (select 1 from guidance_photo p where p.visit_id = ${VISIT})
          or (v.import_id = ${importId} and exists (select 1 from guidance_finding g where g.visit_id = v.id and not exists (
            select 1 from import_row o where o.import_id = ${importId} and o.values->'finding'->>'id' = g.id::text))) then 'visit_used'
        end as block
      from import_row r left join guidance_visit v on v.id = ${VISIT}
        left join guidance_finding f on f.id = (r.values->'finding'->>'id')::uuid
      where r.import_id = ${importId} and r.applied_at is not null
    ) found where block is not null order by row_no limit ${limit}`);
  return rows.map(({ row_no, block }) => ({ rowNo: row_no, block }));
}

/** Takes back the findings of the file and the visits that it told of; a visit of an earlier file stays as that left it. */
export async function undoVisits({ tx, now, actor }: Operation<'import.undone'>, importId: string): Promise<void> {
  const rows = sql`(select * from import_row where import_id = ${importId} and applied_at is not null)`;
  const by = await tx.execute<{ id: string }>(sql`select uploaded_by as id from import_run where id = ${importId}`);
  await tx.execute(sql`delete from guidance_finding where id in (select (r.values->'finding'->>'id')::uuid from ${rows} r)`);
  await tx.execute(sql`delete from guidance_visit where import_id = ${importId}`);
  const closer = actor.kind === 'user' ? actor.accountId : (by[0]?.id ?? null);
  if (closer) await settle(tx, sql`v.id in (select ${VISIT} from ${rows} r)`, { at: now.toISOString(), by: closer });
}
