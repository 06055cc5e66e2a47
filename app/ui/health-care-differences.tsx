import { useTranslation } from 'react-i18next';
import type { HealthCareMeasure } from '~/domain/health-care/requirement';
import { DataTable } from './data-table';

interface Difference {
  id: string;
  onDay: string;
  measure: HealthCareMeasure;
  institutionId: string | null;
  scope: string | null;
  kept: number;
  recounted: number;
}

/** Institutions and figures on which the nightly recount of the coverage disagrees. */
export const HealthCareDifferences = ({ rows }: { rows: readonly Difference[] }) => {
  const { t } = useTranslation(['health', 'jobs']);
  return (
    <DataTable
      caption={t('jobs:recount.title')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={t('jobs:console.agrees')}
      columns={[
        { key: 'day', header: t('health:coverage.on'), rowHeader: true, nowrap: true, cell: (row) => row.onDay },
        { key: 'measure', header: t('health:clock.measureHeader'), cell: (row) => t(`health:clock.measure.${row.measure}`) },
        { key: 'row', header: t('health:clock.row'), cell: (row) => <code>{row.institutionId ?? row.scope}</code> },
        { key: 'kept', header: t('jobs:recount.tallied'), numeric: true, cell: (row) => row.kept },
        { key: 'recounted', header: t('jobs:recount.recounted'), numeric: true, cell: (row) => row.recounted },
      ]}
    />
  );
};
