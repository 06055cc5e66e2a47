import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { programmeYear } from '#db/schema';
import { authorIn } from '../organisation/find-organisation.server';
import { type Context, operation } from '../shared/operation.server';
import { Refusal } from '../shared/refusals';
import { lockPoint } from './find-point.server';
import type { yearInput } from './programme/inputs';
import { yearOf } from './year-of';

/** What a point enrols in a year, planned and, once it is known, actual. Entering the year again replaces it. */
export const setProgrammeYear = (ctx: Context, pointId: string, { year, ...figures }: z.output<typeof yearInput>): Promise<void> =>
  operation(ctx, 'point.year_set', async (op) => {
    await lockPoint(op, 'point.manage', pointId);
    const thisYear = yearOf(op.now);
    if (year > thisYear && figures.actualIntake !== null) throw new Refusal('programme_year_not_yet', { field: 'actualIntake' });
    if (year > thisYear && figures.graduates !== null) throw new Refusal('programme_year_not_yet', { field: 'graduates' });
    const here = and(eq(programmeYear.pointId, pointId), eq(programmeYear.year, year));
    const [known] = await op.tx.select().from(programmeYear).where(here);
    const pick = ({ plannedIntake, actualIntake, graduates }: typeof figures) => ({ plannedIntake, actualIntake, graduates });
    if (known && JSON.stringify(pick(known)) === JSON.stringify(pick(figures))) return op.unchanged(undefined);
    const changed = { ...figures, changedAt: op.now, changedBy: authorIn(op.actor) };
    await op.tx
      .insert(programmeYear)
      .values({ pointId, year, ...changed })
      .onConflictDoUpdate({ target: [programmeYear.pointId, programmeYear.year], set: changed });
    await op.record({
      subject: { type: 'programme_point', id: pointId },
      data: { year, before: known ? pick(known) : null, after: pick(figures) },
    });
  });
