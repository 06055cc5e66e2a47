import { z } from 'zod';
import { JOB_OUTCOMES } from './job';

/** State of the list of job runs, in the address. */
export const jobRunSearch = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  outcome: z.enum(JOB_OUTCOMES).optional().catch(undefined),
});
