import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { DueReason, HealthCareStanding } from '~/domain/health-care/requirement';
import type { OperatorType } from '~/domain/organisation/organisation';
import { formatDate, NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { StatusBadge } from './status-badge';
import { useDistrictName } from './use-district-name';

export interface NewInstitutionRow {
  id: string;
  name: string;
  districtCode: string;
  operatorType: OperatorType | null;
  filedOn: string;
  standing: HealthCareStanding;
  required: number;
  requiredFullTime: number;
  trained: number;
  trainedFullTime: number;
  dueOn: string;
  dueReason: DueReason;
}

/** Newly filed institutions with what they need and have, those due first; each leads to its page. */
export const NewInstitutions = ({ rows, caption }: { rows: readonly NewInstitutionRow[]; caption: string }) => {
  const { t } = useTranslation(['health', 'organisation']);
  const districtName = useDistrictName();
  const count = (n: number, full: number) =>
    full > 0 ? t('health:coverage.institutions.countFullTime', { n, full }) : t('health:coverage.institutions.count', { n });
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('health:coverage.institutions.empty')}>{t('health:coverage.institutions.emptyText')}</EmptyState>}
      columns={[
        {
          key: 'name',
          header: t('health:coverage.institutions.name'),
          rowHeader: true,
          sort: 'name',
          cell: (row) => <Link to={paths.commissionInstitution(row.id)}>{row.name}</Link>,
        },
        { key: 'district', header: t('health:coverage.district'), nowrap: true, cell: (row) => districtName(row.districtCode) },
        {
          key: 'type',
          header: t('health:coverage.institutions.type'),
          hideOnPhone: true,
          cell: (row) => (row.operatorType ? t(`organisation:operatorType.${row.operatorType}`) : NOTHING),
        },
        {
          key: 'standing',
          header: t('health:coverage.institutions.standing'),
          nowrap: true,
          cell: (row) => <StatusBadge kind="health:standing" status={row.standing} />,
        },
        {
          key: 'filedOn',
          header: t('health:coverage.institutions.filedOn'),
          nowrap: true,
          sort: 'filed',
          cell: (row) => formatDate(row.filedOn),
        },
        {
          key: 'dueOn',
          header: t('health:coverage.institutions.dueOn'),
          nowrap: true,
          sort: 'due',
          cell: (row) => formatDate(row.dueOn),
        },
        {
          key: 'reason',
          header: t('health:coverage.institutions.reason'),
          hideOnPhone: true,
          cell: (row) => t(`health:clock.reason.${row.dueReason}`),
        },
        {
          key: 'required',
          header: t('health:coverage.institutions.required'),
          numeric: true,
          cell: (row) => count(row.required, row.requiredFullTime),
        },
        {
          key: 'trained',
          header: t('health:coverage.institutions.trained'),
          numeric: true,
          cell: (row) => count(row.trained, row.trainedFullTime),
        },
      ]}
    />
  );
};
