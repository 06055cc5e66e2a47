import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client';

/**
 * Nothing of what was written is news to the workers: the dispatcher begins behind it, and the receipt `*` says that
 * no job of these events is missing.
 */
export async function putBehindDispatcher(tx: Tx, now: Date): Promise<void> {
  const at = now.toISOString();
  await tx.execute(
    sql`insert into job_receipt (event_id, job_name, at) select id, '*', ${at}::timestamptz from event on conflict do nothing`,
  );
  await tx.execute(sql`
    update dispatcher_cursor set txid = last.txid, seq = last.seq, moved_at = ${at}::timestamptz
    from (select txid, seq from event order by txid desc, seq desc limit 1) as last where dispatcher_cursor.id = 1`);
}
