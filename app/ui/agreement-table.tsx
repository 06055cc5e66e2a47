import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { AgreementPhase, AgreementScope } from '~/domain/talent/cooperation';
import { formatDate } from '~/i18n/format';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { StatusBadge } from './status-badge';
import { useDistrictName } from './use-district-name';
import { usePunctuation } from './use-punctuation';

interface ShownAgreement {
  id: string;
  number: string;
  college: string;
  institution: string;
  districtCode: string | null;
  scopes: AgreementScope[];
  fromOn: string;
  untilOn: string;
  phase: AgreementPhase;
}

interface AgreementTableProps {
  rows: readonly ShownAgreement[];
  to: (agreementId: string) => string;
  /** The side that looks: it needs no column for itself. */
  side: 'college' | 'institution' | 'commission';
  empty: string;
}

export const AgreementTable = ({ rows, to, side, empty }: AgreementTableProps) => {
  const { t } = useTranslation('programme');
  const marks = usePunctuation();
  const districtName = useDistrictName();
  return (
    <DataTable
      caption={t('agreements.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t('agreements.empty')}>
          <p>{empty}</p>
        </EmptyState>
      }
      columns={[
        { key: 'number', header: t('agreements.number'), rowHeader: true, cell: (row) => <Link to={to(row.id)}>{row.number}</Link> },
        ...(side === 'college' ? [] : [{ key: 'college', header: t('agreements.college'), cell: (row: ShownAgreement) => row.college }]),
        ...(side === 'institution'
          ? []
          : [
              { key: 'institution', header: t('agreements.institution'), cell: (row: ShownAgreement) => row.institution },
              {
                key: 'district',
                header: t('agreements.district'),
                nowrap: true,
                cell: (row: ShownAgreement) => districtName(row.districtCode),
              },
            ]),
        { key: 'scopes', header: t('agreements.scopes'), cell: (row) => row.scopes.map((scope) => t(`scope.${scope}`)).join(marks.list) },
        {
          key: 'days',
          header: t('agreements.days'),
          nowrap: true,
          cell: (row) => (
            <span className="numeric">
              {formatDate(row.fromOn)} – {formatDate(row.untilOn)}
            </span>
          ),
        },
        { key: 'phase', header: t('agreements.phase'), cell: (row) => <StatusBadge kind="programme:phase" status={row.phase} /> },
      ]}
    />
  );
};
