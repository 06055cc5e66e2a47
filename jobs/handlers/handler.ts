import type { InferSelectModel } from 'drizzle-orm';
import type { event } from '#db/schema';
import type { Context } from '~/domain/shared/operation.server';

export interface JobInput {
  /** The system as actor, the instant, and for jobs that commit `together` the transaction that holds the receipt. */
  ctx: Context;
  /** The event that asked for the job; absent when the timetable did. */
  event?: InferSelectModel<typeof event>;
}

/** Re-checks the world, calls one operation, and says in a few words what came of it. */
export type Handler = (input: JobInput) => Promise<string>;
