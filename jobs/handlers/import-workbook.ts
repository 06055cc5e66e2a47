import { applyImport } from '~/domain/excel/apply-import.server';
import { checkImport } from '~/domain/excel/check-import.server';
import { undoImport } from '~/domain/excel/undo-import.server';
import { IMPORTS } from '~/domain/report/import-kinds.server';
import type { Handler } from './handler';

/** The dry run of an uploaded workbook. */
export const checkImportJob: Handler = async ({ ctx, event }) => {
  const counts = event && (await checkImport(ctx, IMPORTS, event.subjectId));
  return counts
    ? Object.entries(counts)
        .map(([outcome, rows]) => `${rows} ${outcome}`)
        .join(', ') || 'no rows'
    : 'nothing to check';
};

/** Batch after batch; a worker that dies leaves whole batches, and the next one goes on behind them. */
export const writeImportJob: Handler = async ({ ctx, event }) =>
  event ? `${await applyImport(ctx, IMPORTS, event.subjectId)} rows written` : 'nothing named';

export const undoImportJob: Handler = async ({ ctx, event }) => (event ? await undoImport(ctx, IMPORTS, event.subjectId) : 'nothing named');
