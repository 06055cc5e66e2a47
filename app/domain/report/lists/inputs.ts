import { z } from 'zod';
import { isId } from '../../shared/id';

/** Of a list without filters. */
export const noSearch = z.object({});

/** Of what belongs to one organisation. */
export const ofOrganisation = z.object({ organisation: z.string().refine(isId).catch('').default('') });
