import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import { rosterReminder } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { addDays, beijingDate } from '../shared/period';
import { settingOf } from '../shared/settings.server';
import { reminderOf } from './roster';

/** Filed institutions for which a reminder belongs to today and was not sent. */
export async function dueReminders(now: Date): Promise<{ institutionId: string; confirmedOn: string | null }[]> {
  const today = beijingDate(now);
  const days = await settingOf(db, 'roster_confirm_days');
  const rows = await db.execute<{ id: string; confirmed_on: string | null }>(sql`
    select o.id, max(c.confirmed_on)::text as confirmed_on from organisation o left join roster_confirmation c on c.institution_id = o.id
    where o.kind = 'institution' and o.status = 'approved' and o.filing_status in ('filed', 'changed_pending', 'licensed')
      and exists (select 1 from membership m where m.organisation_id = o.id and m.ended_at is null)
    group by o.id`);
  return rows
    .filter((row) => reminderOf(row.confirmed_on, today, days) !== null)
    .map((row) => ({ institutionId: row.id, confirmedOn: row.confirmed_on }));
}

/** Reminds an institution of its roster, once per kind and due date. @returns whether it was reminded now */
export const remindOfRoster = (ctx: Context, institutionId: string, confirmedOn: string | null): Promise<boolean> =>
  operation(ctx, 'roster.reminded', async (op) => {
    op.require('roster.confirm', { organisationId: institutionId });
    const days = await settingOf(op.tx, 'roster_confirm_days');
    const kind = reminderOf(confirmedOn, beijingDate(op.now), days);
    if (!kind) return op.unchanged(false);
    // Who never confirmed is asked once: there is no date that it could be late for.
    const dueOn = confirmedOn === null ? '1970-01-01' : addDays(confirmedOn, days);
    const [made] = await op.tx
      .insert(rosterReminder)
      .values({ institutionId, kind, dueOn, remindedAt: op.now })
      .onConflictDoNothing()
      .returning({ kind: rosterReminder.kind });
    if (!made) return op.unchanged(false);
    const data = { kind, dueOn: confirmedOn === null ? null : dueOn };
    await op.record({ subject: { type: 'institution', id: institutionId }, data });
    return true;
  });
