import { z } from 'zod';
import { IMPORT_KINDS, ROW_OUTCOMES } from './import';

const page = z.coerce.number().int().min(1).max(10_000).catch(1);

/** Which file is to become what. */
export const uploadInput = z.object({ kind: z.enum(IMPORT_KINDS, 'field_choice'), file: z.file('field_required') });
export const chooseKindSearch = z.object({ kind: z.enum(IMPORT_KINDS).nullable().catch(null) });

export const importListSearch = z.object({ kind: z.enum(IMPORT_KINDS).nullable().catch(null), page });
export const importRowSearch = z.object({ outcome: z.enum(ROW_OUTCOMES).nullable().catch(null), page });
export const importResultSearch = z.object({ rows: z.enum(['wrong']).optional().catch(undefined) });

export const undoInput = z.object({ reason: z.string().min(1, 'reason_required').max(500) });
