import type { ImportKind } from '~/domain/excel/import-engine.server';
import type { getImport } from '~/domain/excel/import-queries.server';
import type { ImportView, TableLayout } from '~/domain/excel/import-view';
import { rowChanges } from '~/domain/excel/row-changes';

type Found = Awaited<ReturnType<typeof getImport>>;

/** Columns that tell one row from another come first, then others in their order; the rest of a row is in its file. */
const TELLING = [
  'institution',
  'name',
  'teacher',
  'idNumber',
  'major',
  'year',
  'uscc',
  'candidate',
  'role',
  'title',
  'number',
  'startOn',
  'issuedOn',
  'theory',
  'practical',
  'district',
];
const TOLD = 5;

const tellingOf = ({ columns }: ImportKind): string[] => {
  const read = columns.filter(({ type }) => type.is !== 'ignored').map(({ key }) => key);
  return [...TELLING, ...read.filter((key) => !TELLING.includes(key))];
};

const layoutOf = (run: Found['run']): TableLayout | null => (run.layout === null ? null : (run.layout as unknown as TableLayout));

/** One import as its page shows it: nothing of a row but what stands in the file (numbers masked) and what came of it. */
export function importView({ run, rows }: Found, kind: ImportKind): ImportView {
  const layout = layoutOf(run);
  const labels = layout?.labels ?? {};
  const telling = tellingOf(kind);
  return {
    id: run.id,
    kind: run.kind,
    status: run.status,
    fileName: run.fileName,
    bytes: run.bytes,
    counts: run.counts,
    progress: { done: run.progressDone, total: run.progressTotal },
    uploadedAt: run.uploadedAt.toISOString(),
    checkedAt: run.checkedAt?.toISOString() ?? null,
    committedAt: run.committedAt?.toISOString() ?? null,
    undoneAt: run.undoneAt?.toISOString() ?? null,
    reason: run.reason,
    problem: run.problem,
    blocks: run.blocks,
    layout,
    rows: rows.map((row) => ({
      rowNo: row.rowNo,
      outcome: row.outcome,
      cells: telling
        .filter((key) => row.cells[key])
        .slice(0, TOLD)
        .map((key) => ({ label: labels[key] ?? key, text: row.cells[key] ?? '' })),
      problems: row.problems.map(({ column, code, params }) => ({ label: labels[column] ?? null, code, params: params ?? {} })),
      changes: row.outcome === 'changed' ? rowChanges(kind.columns, labels, row.before ?? {}, row.values ?? {}) : [],
    })),
  };
}
