import { asc, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { rateDifference } from '#db/schema';

/** What a recount of the rate found, people before figures. Ids and codes only: whoever may see persons follows the id. */
export const listRateDifferences = (recountId: string) =>
  db
    .select()
    .from(rateDifference)
    .where(eq(rateDifference.recountId, recountId))
    .orderBy(asc(rateDifference.onDay), asc(rateDifference.personId), asc(rateDifference.scope), asc(rateDifference.measure))
    .limit(1_000);
