import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/client';
import type { ActorOrganisation, OrganisationKind, Role } from '../shared/actor';
import type { Operation } from '../shared/operation.server';
import type { ImportKindName, RowOutcome } from './import';
import type { ParsedRow } from './read-row';
import type { TableShape } from './read-table.server';
import type { RowProblem, RowProblemCode, UndoBlock } from './row-problem';

/** Whoever uploaded the file: its rows may do what she may do on screen, and nothing else. */
export interface ImportScope {
  accountId: string;
  role: Role;
  organisation: ActorOrganisation;
}

export interface CheckedRow {
  outcome: RowOutcome;
  problems: RowProblem[];
  /** What will be written, in the form that `apply` reads; absent unless new or changed. */
  values?: Record<string, unknown>;
  /** What stands there now. */
  before?: Record<string, unknown>;
  /** The row that is made (its id is drawn now, so that nothing is made twice) or changed. */
  subjectId?: string;
}

export interface CheckBatch {
  tx: Tx;
  scope: ImportScope;
  importId: string;
  /** Of the uploaded file, for evidence. */
  fileSha256: string;
  now: Date;
  today: string;
  rows: readonly ParsedRow[];
  /** Key of a thing → row of the file that named it first; lives as long as the file is read. */
  seen: Map<string, number>;
  /** What further batches of the same file need to know. */
  memory: Map<string, string>;
}

export interface ApplyBatch {
  op: Operation<'import.rows_written'>;
  scope: ImportScope;
  importId: string;
  rowNos: readonly number[];
}

/** Rows that could not be written any more, because the world changed since the check. */
export interface FailedRow {
  rowNo: number;
  code: RowProblemCode;
}

export interface BlockedRow {
  rowNo: number;
  block: UndoBlock;
}

/** One kind of workbook that may be brought in: what it looks like and what becomes of its rows. */
export interface ImportKind extends TableShape {
  name: ImportKindName;
  /** Roles that may bring it in, each within its area. */
  roles: readonly Role[];
  /** Kinds of organisations that may, where not every one of the roles does. */
  at?: readonly OrganisationKind[];
  /** Answers one row for each, in the order given. */
  check(batch: CheckBatch): Promise<CheckedRow[]>;
  /** Writes the claimed rows by whole sets. */
  apply(batch: ApplyBatch): Promise<FailedRow[]>;
  /** Rows on which something has been built since; at most `limit` of them. */
  blocks(tx: Tx, importId: string, limit: number): Promise<BlockedRow[]>;
  /** Takes everything back. Only called when nothing blocks it. */
  undo(op: Operation<'import.undone'>, importId: string): Promise<void>;
}

export type ImportKinds = Readonly<Record<ImportKindName, ImportKind>>;

/** Two rows of one file about the same thing: the later one is wrong. @returns the first row, or undefined when this is it */
export function seenBefore(batch: CheckBatch, key: string, rowNo: number): number | undefined {
  const first = batch.seen.get(key);
  if (first === undefined) batch.seen.set(key, rowNo);
  return first;
}

/** The rows of a batch as a sub-query, to be named by whoever reads it. Their numbers are one parameter, however many. */
export const batchRows = (importId: string, rowNos: readonly number[]): SQL =>
  sql`(select * from import_row where import_id = ${importId} and row_no = any(${`{${rowNos.join(',')}}`}::int[]))`;
