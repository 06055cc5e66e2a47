import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { VisitKind, VisitStatus } from '~/domain/health-care/visit';
import { paths } from '~/web/paths';
import { type Column, DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { Row } from './page';
import { Badge, StatusBadge } from './status-badge';
import { useDistrictName } from './use-district-name';

export interface ShownVisit {
  id: string;
  institution: string;
  districtCode: string;
  organisation: string;
  visitor: string;
  kind: VisitKind;
  status: VisitStatus;
  plannedOn: string;
  visitedOn: string | null;
  isLate: boolean;
  findings: number;
  waiting: number;
  overdue: number;
}

/** Who visits or visited whom, and when, and what of it is not mended. */
export const VisitTable = ({ rows, caption, byDistrict }: { rows: readonly ShownVisit[]; caption: string; byDistrict: boolean }) => {
  const { t } = useTranslation('visit');
  const district = useDistrictName();
  const districtColumn: Column<ShownVisit> = {
    key: 'district',
    header: t('list.district'),
    cell: (row) => district(row.districtCode),
    nowrap: true,
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>}
      columns={[
        {
          key: 'institution',
          header: t('list.institution'),
          rowHeader: true,
          cell: (row) => <Link to={paths.visit(row.id)}>{row.institution}</Link>,
        },
        ...(byDistrict ? [districtColumn] : []),
        { key: 'plannedOn', header: t('list.plannedOn'), cell: (row) => row.plannedOn, nowrap: true },
        { key: 'visitedOn', header: t('list.visitedOn'), cell: (row) => row.visitedOn ?? '—', nowrap: true },
        { key: 'kind', header: t('list.kind'), cell: (row) => t(`kind.${row.kind}`), nowrap: true },
        { key: 'organisation', header: t('list.organisation'), cell: (row) => row.organisation },
        { key: 'visitor', header: t('list.visitor'), cell: (row) => row.visitor || t('list.anybody') },
        { key: 'findings', header: t('list.findings'), cell: (row) => <Findings row={row} /> },
        {
          key: 'status',
          header: t('list.status'),
          cell: (row) => (
            <Row>
              <StatusBadge kind="visit:status" status={row.status} />
              {row.isLate && <Badge tone="bad">{t('list.late')}</Badge>}
            </Row>
          ),
        },
      ]}
    />
  );
};

const Findings = ({ row }: { row: ShownVisit }) => {
  const { t } = useTranslation('visit');
  if (row.visitedOn === null) return '—';
  if (row.findings === 0) return t('list.none');
  return (
    <Row>
      <span>{t('list.findingsOf', { waiting: row.waiting, findings: row.findings })}</span>
      {row.overdue > 0 && <Badge tone="bad">{`${t('list.overdue')} ${row.overdue}`}</Badge>}
    </Row>
  );
};
