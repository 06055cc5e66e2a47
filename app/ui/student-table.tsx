import { useTranslation } from 'react-i18next';
import type { CandidateStatus } from '~/domain/evaluation/evaluation';
import { NOTHING } from '~/i18n/format';
import { ConfirmForm } from './confirm-form';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { StatusBadge } from './status-badge';

interface Student {
  candidateId: string;
  number: string;
  name: string;
  idNumberMasked: string;
  candidateStatus: CandidateStatus;
  theoryPoints: number | null;
  practicalPoints: number | null;
  certificateNo: string | null;
  mayWithdraw: boolean;
}

/** What a college sees of a candidate, and nothing more of her goes to the browser. */
export const shownStudent = (row: Student): Student => ({
  candidateId: row.candidateId,
  number: row.number,
  name: row.name,
  idNumberMasked: row.idNumberMasked,
  candidateStatus: row.candidateStatus,
  theoryPoints: row.theoryPoints,
  practicalPoints: row.practicalPoints,
  certificateNo: row.certificateNo,
  mayWithdraw: row.mayWithdraw,
});

export const StudentTable = ({ rows }: { rows: readonly Student[] }) => {
  const { t } = useTranslation('evaluation');
  return (
    <DataTable
      caption={t('students.listTitle')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.candidateId}
      empty={<EmptyState title={t('students.emptyList')} />}
      columns={[
        { key: 'number', header: t('field.number'), nowrap: true, cell: (row) => row.number },
        { key: 'name', header: t('field.name'), rowHeader: true, cell: (row) => row.name },
        { key: 'id', header: t('field.idNumber'), nowrap: true, cell: (row) => row.idNumberMasked },
        { key: 'theory', header: t('field.theory'), numeric: true, cell: (row) => row.theoryPoints ?? NOTHING },
        { key: 'practical', header: t('field.practical'), numeric: true, cell: (row) => row.practicalPoints ?? NOTHING },
        {
          key: 'status',
          header: t('field.status'),
          cell: (row) => <StatusBadge kind="evaluation:candidateStatus" status={row.candidateStatus} />,
        },
        { key: 'certificate', header: t('field.certificateNo'), nowrap: true, cell: (row) => row.certificateNo ?? NOTHING },
        ...(rows.some((row) => row.mayWithdraw)
          ? [{ key: 'withdraw', header: t('students.withdraw'), cell: (row: Student) => row.mayWithdraw && <Withdraw row={row} /> }]
          : []),
      ]}
    />
  );
};

const Withdraw = ({ row }: { row: Student }) => {
  const { t } = useTranslation('evaluation');
  return (
    <ConfirmForm
      name={`withdraw-${row.candidateId}`}
      intent="withdraw"
      label={t('students.withdraw')}
      explanation={t('own.withdrawText')}
      values={{ candidateId: row.candidateId }}
      danger
    />
  );
};
