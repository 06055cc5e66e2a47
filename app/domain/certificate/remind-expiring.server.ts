import { sql } from 'drizzle-orm';
import { type Context, operation } from '../shared/operation.server';
import { addDays, beijingDate } from '../shared/period';
import { EXPIRY_THRESHOLDS } from './certificate';
import { notRenewed } from './renewed.server';

const BATCH = 2_000;
/** One that ended longer ago is news to nobody. */
const ENDED_LATELY = 30;

interface Due extends Record<string, unknown> {
  id: string;
  threshold: number;
  valid_until: string;
}

/** Notes which certificates have come nearer to their end, once per threshold; the event tells people. @returns how many */
export const remindExpiring = (ctx: Context): Promise<number> =>
  operation(ctx, 'certificate.expiry_reminded', async (op) => {
    const today = beijingDate(op.now);
    await op.tx.execute(sql`select pg_advisory_xact_lock(hashtext('certificate.expiry'))`);
    const due = await op.tx.execute<Due>(sql`
      select id, threshold, valid_until::text from (
        select c.id, c.valid_until, case when c.valid_until < ${today}::date then 0 when c.valid_until <= ${addDays(today, 30)}::date then 30
          when c.valid_until <= ${addDays(today, 60)}::date then 60 else 90 end as threshold
        from certificate c where c.status = 'verified' and ${notRenewed}
          and c.valid_until between ${addDays(today, -ENDED_LATELY)}::date and ${addDays(today, EXPIRY_THRESHOLDS[0])}::date
      ) near
      where not exists (select 1 from certificate_reminder r
        where r.certificate_id = near.id and r.threshold = near.threshold and r.valid_until = near.valid_until)
      order by valid_until, id limit ${BATCH}`);
    if (due.length === 0) return op.unchanged(0);
    const eventId = await op.record({ subject: { type: 'certificate', id: 'batch' }, data: { certificates: due.length } });
    await op.tx.execute(sql`
      insert into certificate_reminder (certificate_id, threshold, valid_until, event_id, reminded_at)
      select a.id, a.threshold, a.valid_until, ${eventId}, ${op.now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as a (id uuid, threshold int, valid_until date)`);
    return due.length;
  });
