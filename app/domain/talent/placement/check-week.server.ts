import { and, between, eq } from 'drizzle-orm';
import { placementLog, placementWeek } from '#db/schema';
import { authorIn } from '../../organisation/find-organisation.server';
import { type Context, operation } from '../../shared/operation.server';
import { addDays, beijingDate } from '../../shared/period';
import { Refusal } from '../../shared/refusals';
import { lockPlacement, sideOf } from './find-placement.server';
import type { CheckLine } from './forms';
import { isWeekOver, mondayOf } from './log';

/** A mentor has looked at a week of the log, for her side. Both are needed; a second look of the same side changes nothing. */
export const checkWeek = (ctx: Context, { placementId, weekOn, note }: CheckLine): Promise<void> =>
  operation(ctx, 'placement.week_checked', async (op) => {
    const { row } = await lockPlacement(op, 'placement.check', placementId);
    const by = sideOf(op.actor, row);
    if (mondayOf(weekOn) !== weekOn) throw new Refusal('placement_week_unknown');
    const here = and(eq(placementWeek.placementId, row.id), eq(placementWeek.weekOn, weekOn));
    const [week] = await op.tx.select().from(placementWeek).where(here);
    const before = by === 'college' ? week?.collegeCheckedAt : week?.institutionCheckedAt;
    if (before) return op.unchanged(undefined);
    const [entry] = await op.tx
      .select({ day: placementLog.day })
      .from(placementLog)
      .where(and(eq(placementLog.placementId, row.id), between(placementLog.day, weekOn, addDays(weekOn, 6))))
      .limit(1);
    if (!entry) throw new Refusal('placement_week_unknown');
    if (!isWeekOver(row, weekOn, beijingDate(op.now))) throw new Refusal('placement_week_running');
    const author = authorIn(op.actor);
    const look =
      by === 'college'
        ? { collegeNote: note, collegeCheckedAt: op.now, collegeCheckedBy: author }
        : { institutionNote: note, institutionCheckedAt: op.now, institutionCheckedBy: author };
    await op.tx
      .insert(placementWeek)
      .values({ placementId: row.id, weekOn, ...look })
      .onConflictDoUpdate({ target: [placementWeek.placementId, placementWeek.weekOn], set: look });
    await op.record({ subject: { type: 'placement', id: row.id }, data: { weekOn, by } });
  });

/** The weeks of several students in one go: all or none. @returns how many */
export const checkWeeks = (ctx: Context, lines: readonly CheckLine[]): Promise<number> =>
  operation(ctx, 'placement.week_checked', async (op) => {
    // One order for everybody, so that two who check at once wait for each other instead of blocking.
    for (const line of [...lines].sort((a, b) => a.placementId.localeCompare(b.placementId))) await checkWeek(op.ctx, line);
    return op.unchanged(lines.length);
  });
