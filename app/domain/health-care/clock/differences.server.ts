import { asc, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { healthCareDifference } from '#db/schema';

/** What a recount of the coverage found, institutions before figures. */
export const listHealthCareDifferences = (recountId: string) =>
  db
    .select()
    .from(healthCareDifference)
    .where(eq(healthCareDifference.recountId, recountId))
    .orderBy(
      asc(healthCareDifference.onDay),
      asc(healthCareDifference.institutionId),
      asc(healthCareDifference.scope),
      asc(healthCareDifference.measure),
    )
    .limit(1_000);
