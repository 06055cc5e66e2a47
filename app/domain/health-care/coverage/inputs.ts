import { z } from 'zod';
import { BDA_MERGED, CITY_SCOPE } from '../../organisation/areas';
import { isDistrictCode } from '../../organisation/districts';
import { isDate } from '../../shared/period';
import { INSTITUTION_SORTS, WHICH_INSTITUTIONS } from './reading';

const day = z.string().refine(isDate).optional().catch(undefined);

/** Which figure: its day, and the development area put into 大兴. */
export const coverageSearch = z.object({
  on: day,
  merged: z
    .literal('1')
    .transform(() => true)
    .catch(false),
});

/** Which institutions of a figure. */
export const coverageInstitutionsSearch = z.object({
  on: day,
  scope: z
    .string()
    .refine((value) => value === CITY_SCOPE || value === BDA_MERGED || isDistrictCode(value))
    .optional()
    .catch(undefined),
  standing: z.enum(WHICH_INSTITUTIONS).optional().catch(undefined),
  sort: z.enum(INSTITUTION_SORTS).catch('due'),
  direction: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
