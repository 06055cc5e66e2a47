import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FEEDBACK_ASPECTS } from '~/domain/completion/feedback';
import { formatNumber, formatPercent, NOTHING } from '~/i18n/format';
import { type Column, DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { useLanguage } from './use-words';

export interface FeedbackRow {
  id: string;
  label: string;
  beside: string;
  classes: number;
  answers: number;
  invited: number;
  content: number | null;
  teaching: number | null;
  organisation: number | null;
  overall: number | null;
}

export type FeedbackGroup = 'provider' | 'course' | 'class' | 'lecturer';

export const pointsOf = (mean: number | null): string => (mean === null ? NOTHING : mean.toFixed(1));

interface FeedbackTableProps {
  by: FeedbackGroup;
  rows: readonly FeedbackRow[];
  /** Where the number of classes, or the row itself, opens. */
  to: (row: FeedbackRow) => string;
}

/** How satisfied trainees are, row by row; only classes of at least five answers are in any of them. */
export const FeedbackTable = ({ by, rows, to }: FeedbackTableProps) => {
  const { t } = useTranslation('feedback');
  const language = useLanguage();
  const aspects: Column<FeedbackRow>[] = FEEDBACK_ASPECTS.map((aspect) => ({
    key: aspect,
    header: t(`aspect.${aspect}`),
    numeric: true,
    cell: (row) => pointsOf(row[aspect]),
  }));
  const columns: Column<FeedbackRow>[] = [
    {
      key: 'name',
      header: t(`city.groups.${by}`),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link to={to(row)}>{row.label}</Link> {row.beside && <small>{row.beside}</small>}
        </>
      ),
    },
    ...(by === 'class'
      ? []
      : [
          {
            key: 'classes',
            header: t('city.classes'),
            numeric: true,
            cell: (row: FeedbackRow) => formatNumber(row.classes, language),
          },
        ]),
    { key: 'answers', header: t('city.answers'), numeric: true, cell: (row) => formatNumber(row.answers, language) },
    { key: 'share', header: t('city.share'), numeric: true, cell: (row) => formatPercent(row.answers, row.invited) },
    ...(by === 'lecturer' ? [] : aspects),
    { key: 'overall', header: t('city.mean'), numeric: true, cell: (row) => <strong>{pointsOf(row.overall)}</strong> },
  ];
  return (
    <DataTable
      caption={t('city.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      empty={
        <EmptyState title={t('city.empty')}>
          <p>{t('city.emptyText')}</p>
        </EmptyState>
      }
    />
  );
};
