import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { CandidateStatus, SittingStatus, XLevel } from '~/domain/evaluation/evaluation';
import { NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { StatusBadge } from './status-badge';

interface Registration {
  candidateId: string;
  number: string;
  kind: string;
  level: XLevel;
  code: string;
  status: SittingStatus;
  candidateStatus: CandidateStatus;
  theoryOn: string;
  practicalOn: string;
  certificateNo: string | null;
}

/** What the list shows of a registration, and nothing more of it goes to the browser. */
export const shownRegistration = ({
  candidateId,
  number,
  kind,
  level,
  code,
  status,
  candidateStatus,
  theoryOn,
  practicalOn,
  certificateNo,
}: Registration) => ({
  candidateId,
  number,
  kind,
  level,
  code,
  status,
  candidateStatus,
  theoryOn,
  practicalOn,
  certificateNo,
});

export const MyRegistrations = ({ rows }: { rows: readonly Registration[] }) => {
  const { t } = useTranslation('evaluation');
  return (
    <DataTable
      caption={t('mine.registrations')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.candidateId}
      columns={[
        {
          key: 'kind',
          header: t('field.kind'),
          rowHeader: true,
          cell: (row) => (
            <Link to={paths.mySitting(row.candidateId)}>
              {row.kind} · {t(`level.${row.level}`)}
            </Link>
          ),
        },
        { key: 'number', header: t('field.number'), nowrap: true, cell: (row) => row.number },
        { key: 'theory', header: t('field.theoryOn'), nowrap: true, cell: (row) => row.theoryOn },
        { key: 'practical', header: t('field.practicalOn'), nowrap: true, cell: (row) => row.practicalOn },
        {
          key: 'status',
          header: t('field.status'),
          cell: (row) =>
            row.status === 'cancelled' ? (
              <StatusBadge kind="evaluation:phase" status="cancelled" />
            ) : (
              <StatusBadge kind="evaluation:candidateStatus" status={row.candidateStatus} />
            ),
        },
        { key: 'certificate', header: t('field.certificateNo'), nowrap: true, cell: (row) => row.certificateNo ?? NOTHING },
      ]}
    />
  );
};
