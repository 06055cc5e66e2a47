import { sql } from 'drizzle-orm';
import { type Context, operation } from '../../shared/operation.server';
import { addDays, beijingDate } from '../../shared/period';
import { settingOf } from '../../shared/settings.server';
import type { DueReason } from '../requirement';

const BATCH = 200;

interface Due extends Record<string, unknown> {
  id: string;
  kind: 'begun' | 'near' | 'overdue';
  due_on: string;
  due_reason: DueReason;
  district_code: string;
}

/**
 * Notes which due days have begun, come near or passed, once each; the events tell the institution, its district and the
 * maternal and child health centres. One that passed long ago is only told as passed. @returns how many
 */
export const remindDueDays = (ctx: Context): Promise<number> =>
  operation(ctx, 'health_care.due_reminded', async (op) => {
    const today = beijingDate(op.now);
    const near = addDays(today, await settingOf(op.tx, 'health_care_near_days'));
    await op.tx.execute(sql`select pg_advisory_xact_lock(hashtext('health_care.due'))`);
    const due = await op.tx.execute<Due>(sql`
      select id, kind, due_on::text, due_reason, district_code from (
        select institution_id as id, due_on, due_reason, district_code,
          case when standing = 'overdue' then 'overdue' when due_on <= ${near}::date then 'near' else 'begun' end as kind
        from health_care_segment
        where standing in ('waiting', 'overdue') and from_on <= ${today}::date and (until_on is null or until_on > ${today}::date)
      ) owed
      where not exists (select 1 from health_care_reminder r where r.institution_id = owed.id and r.kind = owed.kind and r.due_on = owed.due_on)
      order by due_on, id limit ${BATCH}`);
    if (due.length === 0) return op.unchanged(0);
    await op.tx.execute(sql`
      insert into health_care_reminder (institution_id, kind, due_on, reminded_at)
      select a.id, a.kind, a.due_on, ${op.now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as a (id uuid, kind text, due_on date)`);
    for (const { id, kind, due_on: dueOn, due_reason: dueReason, district_code: districtCode } of due)
      await op.record({ subject: { type: 'organisation', id }, data: { kind, dueOn, dueReason, districtCode } });
    return due.length;
  });
