import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { FindingStatus, FindingWeight } from '~/domain/health-care/visit';
import { paths } from '~/web/paths';
import { type Column, DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { Row } from './page';
import { Badge, StatusBadge } from './status-badge';
import { useDistrictName } from './use-district-name';

export interface ShownFinding {
  id: string;
  statement: string;
  weight: FindingWeight;
  mendByOn: string;
  status: FindingStatus;
  isOverdue: boolean;
  institution?: string;
  districtCode?: string;
  organisation?: string;
  answeredOn?: string | null;
}

interface FindingTableProps {
  rows: readonly ShownFinding[];
  caption: string;
  /** Where one is opened: to decide on it, or to answer it. */
  to?: (findingId: string) => string;
  show?: readonly ('institution' | 'district' | 'organisation')[];
  empty?: { title: string; text: string };
}

/** What is to be mended, by when, and how far it is. */
export const FindingTable = ({ rows, caption, to = paths.finding, show = [], empty }: FindingTableProps) => {
  const { t } = useTranslation('visit');
  const district = useDistrictName();
  const optional: Record<'institution' | 'district' | 'organisation', Column<ShownFinding>> = {
    institution: { key: 'institution', header: t('findings.institution'), cell: (row) => row.institution },
    district: { key: 'district', header: t('findings.district'), cell: (row) => district(row.districtCode ?? null), nowrap: true },
    organisation: { key: 'organisation', header: t('findings.organisation'), cell: (row) => row.organisation },
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty && <EmptyState title={empty.title}>{empty.text}</EmptyState>}
      columns={[
        { key: 'statement', header: t('findings.statement'), rowHeader: true, cell: (row) => <Link to={to(row.id)}>{row.statement}</Link> },
        ...show.map((key) => optional[key]),
        {
          key: 'weight',
          header: t('findings.weight'),
          cell: (row) => <Badge tone={row.weight === 'serious' ? 'bad' : 'off'}>{t(`weight.${row.weight}`)}</Badge>,
          nowrap: true,
        },
        { key: 'mendBy', header: t('findings.mendBy'), cell: (row) => row.mendByOn, nowrap: true },
        { key: 'answered', header: t('findings.answered'), cell: (row) => row.answeredOn ?? '—', nowrap: true },
        {
          key: 'status',
          header: t('findings.status'),
          cell: (row) => (
            <Row>
              <StatusBadge kind="visit:findingStatus" status={row.status} />
              {row.isOverdue && <Badge tone="bad">{t('findings.overdue')}</Badge>}
            </Row>
          ),
        },
      ]}
    />
  );
};
