import { asc, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { funnelDifference } from '#db/schema';

/** What a recount of the funnel found, students before cells. Ids and codes only: whoever may see persons follows the id. */
export const listFunnelDifferences = (recountId: string) =>
  db
    .select()
    .from(funnelDifference)
    .where(eq(funnelDifference.recountId, recountId))
    .orderBy(asc(funnelDifference.studentId), asc(funnelDifference.college), asc(funnelDifference.year), asc(funnelDifference.stage))
    .limit(1_000);
