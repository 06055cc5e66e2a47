import { useTranslation } from 'react-i18next';
import { ROW_OUTCOMES, type RowOutcome } from '~/domain/excel/import';
import type { ImportView, RowView as Row } from '~/domain/excel/import-view';
import { problemKey } from '~/domain/excel/problem-words';
import { NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import classes from './import.module.css';
import { Section } from './page';
import { ExportLink } from './page-tools';
import { Pagination } from './pagination';
import { Badge, type Tone } from './status-badge';
import { Tabs } from './tabs';
import { useWords } from './use-words';

const TONES: Readonly<Record<RowOutcome, Tone>> = { new: 'good', changed: 'on', same: 'off', conflict: 'wait', error: 'bad' };
/** What needs a hand stands first. */
const ORDER: readonly RowOutcome[] = ['error', 'conflict', 'changed', 'new', 'same'];

interface ImportRowsProps {
  found: ImportView;
  filter: { outcome: RowOutcome | null; page: number };
  pageSize: number;
}

/** What came of each row: the faulty ones first, each with its column, its fault and how to mend it. */
export function ImportRows({ found, filter, pageSize }: ImportRowsProps) {
  const { t } = useTranslation('import');
  const { id, counts, rows } = found;
  const all = ROW_OUTCOMES.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
  const wrong = (counts.error ?? 0) + (counts.conflict ?? 0);
  return (
    <Section
      title={t('show.rows')}
      actions={
        <>
          <ExportLink to={paths.importResult(id)}>{t('show.result')}</ExportLink>
          {wrong > 0 && wrong < all && <ExportLink to={paths.importResult(id, { rows: 'wrong' })}>{t('show.resultBad')}</ExportLink>}
        </>
      }
    >
      <Tabs
        label={t('show.counts')}
        tabs={[
          { to: paths.import(id), label: t('show.all'), count: all, current: filter.outcome === null },
          ...ORDER.map((outcome) => ({
            to: paths.import(id, { outcome }),
            label: t(`outcome.${outcome}`),
            count: counts[outcome] ?? 0,
            current: filter.outcome === outcome,
          })),
        ]}
      />
      {filter.outcome && <p className={classes.hint}>{t(`outcomeHint.${filter.outcome}`)}</p>}
      <DataTable<Row>
        caption={t('show.rowsCaption')}
        captionHidden
        dense
        rows={rows}
        rowKey={(row) => String(row.rowNo)}
        empty={<EmptyState title={t('show.noRows')}>{t('show.noRowsText')}</EmptyState>}
        columns={[
          { key: 'row', header: t('show.row'), rowHeader: true, nowrap: true, cell: (row) => t('show.headerRowValue', { row: row.rowNo }) },
          {
            key: 'outcome',
            header: t('show.outcome'),
            nowrap: true,
            cell: (row) => <Badge tone={TONES[row.outcome]}>{t(`outcome.${row.outcome}`)}</Badge>,
          },
          { key: 'content', header: t('show.content'), cell: (row) => <Content cells={row.cells} /> },
          { key: 'problems', header: t('show.problems'), cell: (row) => <Found row={row} /> },
        ]}
      />
      <Pagination page={filter.page} pageSize={pageSize} total={filter.outcome === null ? all : (counts[filter.outcome] ?? 0)} />
    </Section>
  );
}

const Content = ({ cells }: { cells: Row['cells'] }) => (
  <ul className={classes.cells}>
    {cells.map(({ label, text }) => (
      <li key={label}>
        <span className={classes.label}>{label}</span> {text}
      </li>
    ))}
  </ul>
);

function Found({ row: { problems, changes } }: { row: Row }) {
  const { t } = useTranslation('import');
  const words = useWords();
  if (problems.length === 0 && changes.length === 0) return <>{NOTHING}</>;
  return (
    <ul className={classes.found}>
      {problems.map(({ label, code, params }) => {
        const problem = words(problemKey(code), params);
        return <li key={`${label} ${code}`}>{label ? t('column.line', { column: label, problem }) : problem}</li>;
      })}
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          <span className={classes.label}>{label}</span>{' '}
          {t('show.change', { before: before || t('show.nothing'), after: after || t('show.nothing') })}
        </li>
      ))}
    </ul>
  );
}
