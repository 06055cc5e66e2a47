import { sql } from 'drizzle-orm';
import { groupBy } from '../../shared/group-by';
import { type Context, operation } from '../../shared/operation.server';
import { addDays, beijingDate } from '../../shared/period';
import { settingOf } from '../../shared/settings.server';

interface Waiting extends Record<string, unknown> {
  collegeId: string;
  institutionId: string;
  byCollege: boolean;
  byInstitution: boolean;
}

/** Weeks of the log that nobody looked at in time: each side is asked once, in one message for all of them. @returns weeks */
export const remindOfWeeks = (ctx: Context): Promise<number> =>
  operation(ctx, 'placement.checks_reminded', async (op) => {
    const days = await settingOf(op.tx, 'placement_check_days');
    const before = addDays(beijingDate(op.now), -days - 7);
    const rows = await op.tx.execute<Waiting>(sql`
      with weeks as (
        select distinct l.placement_id, date_trunc('week', l.day)::date as week_on from placement_log l
        join placement p on p.id = l.placement_id and p.status = 'accepted' where date_trunc('week', l.day)::date <= ${before}
      ), asked as (
        insert into placement_week (placement_id, week_on, reminded_at) select placement_id, week_on, ${op.now.toISOString()}::timestamptz from weeks
        on conflict (placement_id, week_on) do update set reminded_at = excluded.reminded_at
          where placement_week.reminded_at is null and (placement_week.college_checked_at is null or placement_week.institution_checked_at is null)
        returning placement_id, college_checked_at is null as by_college, institution_checked_at is null as by_institution
      )
      select p.college_id as "collegeId", p.institution_id as "institutionId", a.by_college as "byCollege", a.by_institution as "byInstitution"
      from asked a join placement p on p.id = a.placement_id`);
    if (rows.length === 0) return op.unchanged(0);
    const sides = [
      {
        side: 'college' as const,
        groups: groupBy(
          rows.filter((row) => row.byCollege),
          (row) => row.collegeId,
        ),
      },
      {
        side: 'institution' as const,
        groups: groupBy(
          rows.filter((row) => row.byInstitution),
          (row) => row.institutionId,
        ),
      },
    ];
    for (const { side, groups } of sides)
      for (const [id, weeks] of groups) await op.record({ subject: { type: 'organisation', id }, data: { side, weeks: weeks.length } });
    return rows.length;
  });
