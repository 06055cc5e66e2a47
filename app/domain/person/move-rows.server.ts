import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';

/** Columns that say what a merge did, and therefore stay. */
const STAY = ['person_merge', 'person'];

interface Reference extends Record<string, unknown> {
  place: string;
  col: string;
  /** The column that names a row in the trace. */
  key: string;
}

/** Every column of the schema that points at a person, as the database knows it: a new table cannot be forgotten. */
const references = (tx: Tx) =>
  tx.execute<Reference>(sql`
    select c.conrelid::regclass::text as place, a.attname as col,
      (select k.attname from pg_constraint pk join pg_attribute k on k.attrelid = pk.conrelid and k.attnum = pk.conkey[1]
        where pk.conrelid = c.conrelid and pk.contype = 'p') as key
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'person'::regclass order by 1, 2`);

/** Moves everything that belongs to one person to another. @returns table → keys of the rows that moved */
export async function moveRows(tx: Tx, keepId: string, mergeId: string, now: Date): Promise<Record<string, string[]>> {
  await makeRoom(tx, keepId, mergeId, now.toISOString());
  const moved: Record<string, string[]> = {};
  for (const { place, col, key } of await references(tx)) {
    if (STAY.includes(place)) continue;
    const free =
      place === 'notification'
        ? sql`and not exists (select 1 from notification k where k.event_id = t.event_id
      and k.kind = t.kind and k.person_id = ${keepId})`
        : sql``;
    const rows = await tx.execute<{ key: string }>(sql`
      update ${sql.identifier(place)} t set ${sql.identifier(col)} = ${keepId} where t.${sql.identifier(col)} = ${mergeId} ${free}
      returning t.${sql.identifier(key)}::text as key`);
    if (rows.length > 0) moved[place] = [...(moved[place] ?? []), ...rows.map((row) => row.key)];
  }
  return moved;
}

/** What both may have at once and only one of them keep: her main post, and questions that wait for an answer. */
async function makeRoom(tx: Tx, keepId: string, mergeId: string, at: string): Promise<void> {
  await tx.execute(sql`update engagement set is_main_post = false where person_id = ${mergeId} and is_main_post and end_on is null
    and exists (select 1 from engagement k where k.person_id = ${keepId} and k.is_main_post and k.end_on is null)`);
  await tx.execute(sql`
    update post_claim t set status = 'withdrawn', decided_at = ${at}::timestamptz where t.person_id = ${mergeId} and t.status in ('pending', 'escalated')
      and exists (select 1 from post_claim k where k.person_id = ${keepId} and k.institution_id = t.institution_id and k.role = t.role
        and k.status in ('pending', 'escalated'))`);
  await tx.execute(sql`
    update account_claim t set status = 'refused', decided_at = ${at}::timestamptz where t.person_id = ${mergeId} and t.status = 'pending'
      and exists (select 1 from account_claim k where k.person_id = ${keepId} and k.account_id = t.account_id and k.status = 'pending')`);
}
