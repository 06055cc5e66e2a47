import { useTranslation } from 'react-i18next';
import type { FunnelStage } from '~/domain/talent/funnel';
import { NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';

interface Difference {
  id: string;
  studentId: string | null;
  college: string | null;
  year: string | null;
  stage: FunnelStage;
  kept: string | null;
  recounted: string | null;
}

/** Students and cells on which the nightly recount and the funnel disagree. */
export const FunnelDifferences = ({ rows }: { rows: readonly Difference[] }) => {
  const { t } = useTranslation(['funnel', 'jobs']);
  return (
    <DataTable
      caption={t('funnel.difference.title')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={t('jobs:console.agrees')}
      columns={[
        { key: 'of', header: t('funnel.difference.of'), rowHeader: true, cell: (row) => <code>{row.studentId ?? row.college}</code> },
        { key: 'year', header: t('funnel.difference.year'), cell: (row) => row.year ?? NOTHING },
        { key: 'stage', header: t('funnel.difference.stage'), cell: (row) => t(`funnel.stage.${row.stage}`) },
        { key: 'kept', header: t('funnel.difference.kept'), numeric: true, cell: (row) => row.kept ?? NOTHING },
        { key: 'recounted', header: t('funnel.difference.recounted'), numeric: true, cell: (row) => row.recounted ?? NOTHING },
      ]}
    />
  );
};
