import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { HealthCareStanding } from '~/domain/health-care/requirement';
import { formatNumber, NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { StatusBadge } from './status-badge';
import { useDistrictName } from './use-district-name';
import { useLanguage } from './use-words';

interface Owing {
  id: string;
  name: string;
  districtCode: string;
  contactName: string | null;
  contactPhone: string | null;
  standing: HealthCareStanding;
  required: number;
  trained: number;
  requiredFullTime: number;
  trainedFullTime: number;
  filedOn: string;
  dueOn: string;
  enrolled: number;
}

/** Newly filed institutions with what they owe, for the centre that trains their staff. */
export const OwingTable = ({ rows }: { rows: readonly Owing[] }) => {
  const { t } = useTranslation('health');
  const language = useLanguage();
  const districtName = useDistrictName();
  return (
    <DataTable
      caption={t('provider.caption')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('provider.empty')}>{t('provider.emptyText')}</EmptyState>}
      columns={[
        { key: 'name', header: t('provider.institution'), rowHeader: true, cell: (row) => row.name },
        { key: 'district', header: t('provider.district'), cell: (row) => districtName(row.districtCode) },
        {
          key: 'standing',
          header: t('provider.standing'),
          nowrap: true,
          cell: (row) => <StatusBadge kind="health:standing" status={row.standing} />,
        },
        { key: 'due', header: t('provider.dueOn'), nowrap: true, cell: (row) => row.dueOn },
        { key: 'filed', header: t('provider.filedOn'), nowrap: true, hideOnPhone: true, cell: (row) => row.filedOn },
        {
          key: 'missing',
          header: t('provider.missing'),
          numeric: true,
          cell: (row) =>
            t('provider.missingValue', { required: row.required, trained: row.trained }) +
            (row.requiredFullTime > 0 ? t('provider.fullTimeValue', { required: row.requiredFullTime, trained: row.trainedFullTime }) : ''),
        },
        { key: 'enrolled', header: t('provider.enrolled'), numeric: true, cell: (row) => formatNumber(row.enrolled, language) },
        {
          key: 'contact',
          header: t('provider.contact'),
          cell: (row) => [row.contactName, row.contactPhone].filter(Boolean).join(' ') || NOTHING,
        },
        {
          key: 'visit',
          header: t('provider.guidance'),
          nowrap: true,
          cell: (row) => <Link to={paths.newVisit({ institution: row.id })}>{t('provider.plan')}</Link>,
        },
      ]}
    />
  );
};
