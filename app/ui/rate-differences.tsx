import { useTranslation } from 'react-i18next';
import type { Measure } from '~/domain/rate/rate';
import { DataTable } from './data-table';

interface Difference {
  id: string;
  onDay: string;
  measure: Measure;
  personId: string | null;
  scope: string | null;
  population: string | null;
  operatorType: string | null;
  kept: number;
  recounted: number;
}

/** Rows on which the nightly recount of the rate and the figures disagree. */
export const RateDifferences = ({ rows }: { rows: readonly Difference[] }) => {
  const { t } = useTranslation(['rate', 'jobs']);
  return (
    <DataTable
      caption={t('rate:recount.ofRate')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={t('jobs:console.agrees')}
      columns={[
        { key: 'day', header: t('rate:recount.day'), rowHeader: true, nowrap: true, cell: (row) => row.onDay },
        { key: 'measure', header: t('rate:recount.measure'), cell: (row) => t(`rate:recount.measureName.${row.measure}`) },
        { key: 'person', header: t('rate:recount.person'), cell: (row) => (row.personId ? <code>{row.personId}</code> : '—') },
        {
          key: 'scope',
          header: t('rate:recount.scope'),
          cell: (row) => <code>{[row.scope, row.population, row.operatorType].filter(Boolean).join(' / ')}</code>,
        },
        { key: 'kept', header: t('rate:recount.kept'), numeric: true, cell: (row) => row.kept },
        { key: 'recounted', header: t('rate:recount.recounted'), numeric: true, cell: (row) => row.recounted },
      ]}
    />
  );
};
