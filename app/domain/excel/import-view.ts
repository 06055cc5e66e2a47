import type { ImportKindName, ImportStatus, RowOutcome } from './import';
import type { CellChange } from './row-changes';
import type { SkippedRow } from './row-kind';

/** What was found about a sheet, told to whoever uploaded it. */
export interface TableLayout {
  sheet: string;
  headerRow: number;
  /** Key → header as the file writes it. */
  labels: Record<string, string>;
  unknownHeaders: string[];
  hiddenColumns: string[];
  hiddenRows: number;
  formulas: number;
  skipped: { rowNo: number; as: Exclude<SkippedRow, 'blank'> }[];
}

export type Counts = Partial<Record<RowOutcome, number>>;
type Params = Record<string, string | number>;

/** One row as its page shows it: what stands in the file (numbers masked) and what came of it. */
export interface RowView {
  rowNo: number;
  outcome: RowOutcome;
  cells: { label: string; text: string }[];
  problems: { label: string | null; code: string; params: Params }[];
  changes: CellChange[];
}

/** One import as its page shows it. Instants as text. */
export interface ImportView {
  id: string;
  kind: ImportKindName;
  status: ImportStatus;
  fileName: string;
  bytes: number;
  counts: Counts;
  progress: { done: number; total: number };
  uploadedAt: string;
  checkedAt: string | null;
  committedAt: string | null;
  undoneAt: string | null;
  reason: string | null;
  problem: { code: string; params: Params } | null;
  blocks: { total: number; rows: { rowNo: number; block: string }[] } | null;
  layout: TableLayout | null;
  rows: RowView[];
}
