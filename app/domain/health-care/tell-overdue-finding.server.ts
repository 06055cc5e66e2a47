import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import { db } from '#db/client';
import { guidanceFinding, guidanceVisit } from '#db/schema';
import { type Context, operation } from '../shared/operation.server';
import { beijingDate } from '../shared/period';

const due = (now: Date) =>
  and(eq(guidanceFinding.status, 'open'), lt(guidanceFinding.mendByOn, beijingDate(now)), isNull(guidanceFinding.overdueToldAt));

/** Findings whose day has passed without an answer, and of which nobody has been told. */
export async function untoldOverdueFindings(now: Date): Promise<string[]> {
  const rows = await db.select({ id: guidanceFinding.id }).from(guidanceFinding).where(due(now)).orderBy(asc(guidanceFinding.mendByOn));
  return rows.map(({ id }) => id);
}

/** Says once that the day to mend something has passed; again only after a new day has passed too. @returns whether it was said now */
export const tellOverdueFinding = (ctx: Context, findingId: string): Promise<boolean> =>
  operation(ctx, 'finding.overdue', async (op) => {
    op.require('finding.decide');
    const [told] = await op.tx
      .update(guidanceFinding)
      .set({ overdueToldAt: op.now })
      .where(and(eq(guidanceFinding.id, findingId), due(op.now)))
      .returning();
    if (!told) return op.unchanged(false);
    const { visitId, institutionId, mendByOn } = told;
    const [visit] = await op.tx
      .select({ organisationId: guidanceVisit.organisationId })
      .from(guidanceVisit)
      .where(eq(guidanceVisit.id, visitId));
    const data = { visitId, institutionId, organisationId: visit?.organisationId ?? null, mendByOn };
    await op.record({ subject: { type: 'finding', id: findingId }, data });
    return true;
  });
