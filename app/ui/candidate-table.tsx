import { useTranslation } from 'react-i18next';
import type { AppealStatus, CandidateStatus } from '~/domain/evaluation/evaluation';
import { NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { Badge, StatusBadge } from './status-badge';

export interface ShownCandidate {
  id: string;
  number: string;
  name: string;
  idNumberMasked: string;
  college: string | null;
  status: CandidateStatus;
  theoryPoints: number | null;
  practicalPoints: number | null;
  creditBankNo: string | null;
  taught: boolean;
  certificateNo: string | null;
  appeal: AppealStatus | null;
}

/** The candidates of a sitting for the organisation that holds it. */
export const CandidateTable = ({ rows }: { rows: readonly ShownCandidate[] }) => {
  const { t } = useTranslation('evaluation');
  return (
    <DataTable
      caption={t('sittings.candidates')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('sittings.noCandidates')} />}
      columns={[
        { key: 'number', header: t('field.number'), nowrap: true, cell: (row) => row.number },
        {
          key: 'name',
          header: t('field.name'),
          rowHeader: true,
          cell: (row) => (
            <>
              {row.name} {row.taught && <Badge tone="wait">{t('assessors.badge')}</Badge>}
            </>
          ),
        },
        { key: 'id', header: t('field.idNumber'), nowrap: true, hideOnPhone: true, cell: (row) => row.idNumberMasked },
        { key: 'college', header: t('field.college'), cell: (row) => row.college ?? t('field.self') },
        { key: 'theory', header: t('field.theory'), numeric: true, cell: (row) => row.theoryPoints ?? NOTHING },
        { key: 'practical', header: t('field.practical'), numeric: true, cell: (row) => row.practicalPoints ?? NOTHING },
        {
          key: 'status',
          header: t('field.status'),
          cell: (row) => (
            <>
              <StatusBadge kind="evaluation:candidateStatus" status={row.status} />{' '}
              {row.appeal && <StatusBadge kind="evaluation:appealStatus" status={row.appeal} />}
            </>
          ),
        },
        { key: 'certificate', header: t('field.certificateNo'), nowrap: true, cell: (row) => row.certificateNo ?? NOTHING },
      ]}
    />
  );
};
