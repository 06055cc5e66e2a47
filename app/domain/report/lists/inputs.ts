import { z } from 'zod';

/** Of a list without filters. */
export const noSearch = z.object({});
