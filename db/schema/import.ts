import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { IMPORT_KINDS, IMPORT_STATUSES, ROW_OUTCOMES } from '../../app/domain/excel/import';
import { id, instant, oneOf } from './columns';
import { organisation } from './organisation';

/** One uploaded workbook on its way in: checked first, written only when somebody says so. */
export const importRun = pgTable(
  'import_run',
  {
    id: id(),
    kind: text({ enum: IMPORT_KINDS }).notNull(),
    status: text({ enum: IMPORT_STATUSES }).notNull(),
    fileName: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    sha256: text().notNull(),
    storedAs: text().notNull(),
    organisationId: uuid().references(() => organisation.id),
    uploadedBy: uuid().notNull(),
    uploadedRole: text().notNull(),
    /** Why the file cannot be read at all: a refusal code with its values. */
    problem: jsonb().$type<{ code: string; params: Record<string, string | number> }>(),
    /** What was found about the sheet: name, header row, hidden columns, skipped rows. */
    layout: jsonb().$type<Record<string, unknown>>(),
    counts: jsonb().$type<Partial<Record<(typeof ROW_OUTCOMES)[number], number>>>().notNull().default({}),
    progressDone: integer().notNull().default(0),
    progressTotal: integer().notNull().default(0),
    /** How often the check was begun: an earlier one that still runs stops at its next batch. */
    attempt: integer().notNull().default(0),
    /** Why it could not be taken back: the rows on which something has been built. */
    blocks: jsonb().$type<{ total: number; rows: { rowNo: number; block: string }[] }>(),
    uploadedAt: instant().notNull(),
    checkedAt: instant(),
    committedAt: instant(),
    committedBy: uuid(),
    undoneAt: instant(),
    undoneBy: uuid(),
    reason: text(),
  },
  (t) => [
    oneOf('import_run_kind', t.kind, IMPORT_KINDS),
    oneOf('import_run_status', t.status, IMPORT_STATUSES),
    index('import_run_organisation').on(t.organisationId, t.uploadedAt),
    index('import_run_uploader').on(t.uploadedBy, t.uploadedAt),
  ],
);

export const importRow = pgTable(
  'import_row',
  {
    importId: uuid()
      .notNull()
      .references(() => importRun.id),
    /** Row of the sheet, counted from 1 as its program shows it. */
    rowNo: integer().notNull(),
    /** What was read, by column; identity numbers and phones encrypted. */
    cells: jsonb().$type<Record<string, string>>().notNull(),
    outcome: text({ enum: ROW_OUTCOMES }).notNull(),
    problems: jsonb().$type<{ column: string; code: string; params?: Record<string, string | number> }[]>().notNull().default([]),
    /** What will be written, and what stood there before. */
    values: jsonb().$type<Record<string, unknown>>(),
    before: jsonb().$type<Record<string, unknown>>(),
    subjectId: uuid(),
    appliedAt: instant(),
    undoneAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.rowNo] }),
    oneOf('import_row_outcome', t.outcome, ROW_OUTCOMES),
    index('import_row_outcome_rows').on(t.importId, t.outcome, t.rowNo),
    index('import_row_waiting').on(t.importId, t.rowNo).where(sql`${t.appliedAt} is null and ${t.outcome} in ('new', 'changed')`),
  ],
);
