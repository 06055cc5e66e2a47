import { and, eq } from 'drizzle-orm';
import { placementLog, placementWeek } from '#db/schema';
import { type Context, operation } from '../../shared/operation.server';
import { beijingDate } from '../../shared/period';
import { Refusal } from '../../shared/refusals';
import { settingOf } from '../../shared/settings.server';
import { lockPlacement } from './find-placement.server';
import type { LogInput } from './inputs';
import { mondayOf, whyNotWritten } from './log';

/** The student writes her day, or writes it anew until somebody has looked at the week. */
export const writeLog = (ctx: Context, { placementId, day, minutes, text }: LogInput): Promise<void> =>
  operation(ctx, 'placement.log_written', async (op) => {
    const { row } = await lockPlacement(op, 'placement.log', placementId);
    const [week] = await op.tx
      .select()
      .from(placementWeek)
      .where(and(eq(placementWeek.placementId, row.id), eq(placementWeek.weekOn, mondayOf(day))));
    const lateDays = await settingOf(op.tx, 'placement_log_days');
    const weekChecked = week !== undefined && (week.collegeCheckedAt !== null || week.institutionCheckedAt !== null);
    const problem = whyNotWritten(row, day, { today: beijingDate(op.now), lateDays, weekChecked });
    if (problem) throw new Refusal(problem, { field: 'day', params: { days: lateDays } });
    const [before] = await op.tx
      .select()
      .from(placementLog)
      .where(and(eq(placementLog.placementId, row.id), eq(placementLog.day, day)));
    if (before && before.minutes === minutes && before.text === text) return op.unchanged(undefined);
    await op.tx
      .insert(placementLog)
      .values({ placementId: row.id, day, minutes, text, writtenAt: op.now })
      .onConflictDoUpdate({ target: [placementLog.placementId, placementLog.day], set: { minutes, text, changedAt: op.now } });
    await op.record({ subject: { type: 'placement', id: row.id }, data: { day } });
  });
