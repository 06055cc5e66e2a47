import { z } from 'zod';
import { isDistrictCode } from '../../organisation/districts';

/** Which of the newly filed institutions a centre looks at; `open` = those that wait and those past their day. */
export const OWING_STATES = ['open', 'waiting', 'overdue', 'covered', 'all'] as const;
export type OwingState = (typeof OWING_STATES)[number];

export const owingSearch = z.object({
  state: z.enum(OWING_STATES).catch('open').default('open'),
  district: z.string().refine(isDistrictCode).optional().catch(undefined),
  q: z.string().max(60).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
