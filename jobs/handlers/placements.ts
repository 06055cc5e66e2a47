import { linkConversions } from '~/domain/talent/placement/link-conversions.server';
import { remindOfWeeks } from '~/domain/talent/placement/remind-of-weeks.server';
import type { Handler } from './handler';

/** Placements whose students became staff of the institution learn which post they led to. */
export const linkPlacementsJob: Handler = async ({ ctx }) => `${await linkConversions(ctx)} placements that led to a post`;

/** Asks mentors for the weeks of the log that they left waiting. */
export const remindOfWeeksJob: Handler = async ({ ctx }) => `${await remindOfWeeks(ctx)} weeks that wait for a look`;
