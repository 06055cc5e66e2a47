import { useTranslation } from 'react-i18next';
import type { CandidateStatus, XLevel } from '~/domain/evaluation/evaluation';
import { NOTHING } from '~/i18n/format';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { Badge, StatusBadge } from './status-badge';

interface Row {
  id: string;
  number: string;
  name: string;
  id_number_masked: string;
  college: string | null;
  kind: string;
  level: XLevel;
  theory_on: string;
  status: CandidateStatus;
  theory_points: number | null;
  practical_points: number | null;
  certificate_no: string | null;
  taught: boolean;
  assessors: string;
}

/** Candidates as the commission sees them, with the warning that an assessor taught one. */
export const CityCandidateTable = ({ rows }: { rows: readonly Row[] }) => {
  const { t } = useTranslation('evaluation');
  return (
    <DataTable
      caption={t('city.candidates')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('city.empty')} />}
      columns={[
        { key: 'number', header: t('field.number'), nowrap: true, cell: (row) => row.number },
        {
          key: 'name',
          header: t('field.name'),
          rowHeader: true,
          cell: (row) => (
            <>
              {row.name}
              <br />
              <small className="numeric">{row.id_number_masked}</small>
            </>
          ),
        },
        { key: 'college', header: t('field.college'), cell: (row) => row.college ?? t('field.self') },
        { key: 'kind', header: t('field.kind'), cell: (row) => `${row.kind} · ${t(`level.${row.level}`)}` },
        { key: 'exam', header: t('field.theoryOn'), nowrap: true, cell: (row) => row.theory_on },
        { key: 'theory', header: t('field.theory'), numeric: true, cell: (row) => row.theory_points ?? NOTHING },
        { key: 'practical', header: t('field.practical'), numeric: true, cell: (row) => row.practical_points ?? NOTHING },
        { key: 'status', header: t('field.status'), cell: (row) => <StatusBadge kind="evaluation:candidateStatus" status={row.status} /> },
        { key: 'certificate', header: t('field.certificateNo'), nowrap: true, cell: (row) => row.certificate_no ?? NOTHING },
        ...(rows.some((row) => row.taught)
          ? [
              {
                key: 'taught',
                header: t('field.assessors'),
                cell: (row: Row) =>
                  row.taught ? (
                    <>
                      <Badge tone="wait">{t('assessors.badge')}</Badge> {row.assessors}
                    </>
                  ) : (
                    NOTHING
                  ),
              },
            ]
          : []),
      ]}
    />
  );
};
