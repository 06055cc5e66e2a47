import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import { authorIn } from './find-organisation.server';

interface Since {
  /** Beijing day from which the places of the file hold. */
  day: string;
  now: Date;
  actor: Parameters<typeof authorIn>[0];
}

/**
 * The only place that writes the dated places of institutions: from a day on they are what the file says now. Called wherever
 * a file's places are written, in the same transaction. Places that nobody has entered yet (0) begin nothing.
 * @param ids a query of institutions' ids
 */
export async function keepCapacities(tx: Tx, ids: SQL, { day, now, actor }: Since): Promise<void> {
  const named = sql`(select organisation_id as id, capacity from institution_file where organisation_id in (${ids})) f`;
  await tx.execute(sql`
    update institution_capacity t set capacity = f.capacity from ${named}
    where t.institution_id = f.id and t.until_on is null and t.from_on >= ${day}::date and t.capacity <> f.capacity`);
  await tx.execute(sql`
    update institution_capacity t set until_on = ${day}::date from ${named}
    where t.institution_id = f.id and t.until_on is null and t.from_on < ${day}::date and t.capacity <> f.capacity`);
  await tx.execute(sql`
    insert into institution_capacity (id, institution_id, from_on, capacity, created_at, created_by)
    select gen_random_uuid(), f.id, ${day}::date, f.capacity, ${now.toISOString()}::timestamptz, ${authorIn(actor)}
    from ${named} where not exists (select 1 from institution_capacity o where o.institution_id = f.id and o.until_on is null)
      and (f.capacity > 0 or exists (select 1 from institution_capacity o where o.institution_id = f.id))`);
}

/** Takes back the places that changed rows of an import had begun; what was there before goes on. @param rows import rows */
export async function dropImportedCapacities(tx: Tx, rows: SQL): Promise<void> {
  await tx.execute(sql`
    delete from institution_capacity t using ${rows} r
    where r.outcome = 'changed' and t.institution_id = r.subject_id and t.created_at = r.applied_at
      and t.from_on = (r.applied_at at time zone 'Asia/Shanghai')::date`);
  await tx.execute(sql`
    update institution_capacity t set until_on = null from ${rows} r
    where r.outcome = 'changed' and t.institution_id = r.subject_id
      and t.from_on = (select max(l.from_on) from institution_capacity l where l.institution_id = r.subject_id)
      and not exists (select 1 from institution_capacity o where o.institution_id = r.subject_id and o.until_on is null)`);
}
