import { sql } from 'drizzle-orm';
import { groupBy } from '../shared/group-by';
import { type Context, operation } from '../shared/operation.server';
import { addDays, beijingDate } from '../shared/period';
import { settingOf } from '../shared/settings.server';

interface Due extends Record<string, unknown> {
  id: string;
  until_on: string;
  reminded_id: string | null;
}

/** Tells each organisation once which of its approvals end soon: the provider, or the commission of an expert. @returns how many */
export const remindLapsing = (ctx: Context): Promise<number> =>
  operation(ctx, 'lecturer.lapsing_reminded', async (op) => {
    const today = beijingDate(op.now);
    const last = addDays(today, await settingOf(op.tx, 'lecturer_lapsing_days'));
    const due = await op.tx.execute<Due>(sql`
      update lecturer l set reminded_of_on = l.approved_until_on
      where l.status = 'approved' and l.renewal_asked_at is null and l.approved_until_on between ${today}::date and ${last}::date
        and l.reminded_of_on is distinct from l.approved_until_on
      returning l.id, l.approved_until_on::text as until_on, coalesce(l.organisation_id, (select o.id from organisation o
        where o.kind in ('commission_district', 'commission_city') and o.district_code is not distinct from l.district_code limit 1)) as reminded_id`);
    if (due.every((row) => row.reminded_id === null)) return op.unchanged(0);
    for (const [organisationId, rows] of groupBy([...due], (row) => row.reminded_id)) {
      if (organisationId === null) continue;
      const firstUntilOn = rows.map((row) => row.until_on).sort()[0] ?? last;
      const lecturerIds = rows.map((row) => row.id);
      await op.record({ subject: { type: 'organisation', id: organisationId }, data: { lecturerIds, firstUntilOn } });
    }
    return due.length;
  });
