import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { TitleLevel, TitleSeries } from '~/domain/certificate/certificate';
import { NO_POST } from '~/domain/certificate/title';
import { NOTHING } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { useDistrictName } from './use-district-name';

interface Holder {
  id: string;
  name: string;
  idNumberMasked: string;
  series: TitleSeries;
  level: TitleLevel;
  title: string;
  number: string;
  issuer: string;
  issuedOn: string;
  district: string;
  institution: string | null;
}

/** The people behind a number of titles, each with the certificate that says so. */
export const TitleHolders = ({ rows }: { rows: readonly Holder[] }) => {
  const { t } = useTranslation(['funnel', 'certificate']);
  const districtName = useDistrictName();
  return (
    <DataTable<Holder>
      caption={t('title.people.title')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p>{t('title.people.none')}</p>}
      columns={[
        {
          key: 'name',
          header: t('title.field.name'),
          rowHeader: true,
          nowrap: true,
          cell: (row) => <Link to={paths.reviewCertificate(row.id)}>{row.name}</Link>,
        },
        { key: 'id', header: t('title.field.idNumber'), nowrap: true, hideOnPhone: true, cell: (row) => row.idNumberMasked },
        { key: 'series', header: t('title.field.series'), cell: (row) => t(`certificate:titleSeries.${row.series}`) },
        { key: 'level', header: t('title.field.level'), cell: (row) => t(`certificate:titleLevel.${row.level}`) },
        { key: 'title', header: t('title.field.titleName'), cell: (row) => row.title },
        { key: 'issued', header: t('title.field.issuedOn'), nowrap: true, cell: (row) => row.issuedOn },
        { key: 'issuer', header: t('title.field.issuer'), cell: (row) => row.issuer },
        {
          key: 'district',
          header: t('title.field.district'),
          nowrap: true,
          cell: (row) => (row.district === NO_POST ? t('title.noPost') : districtName(row.district)),
        },
        { key: 'institution', header: t('title.field.institution'), cell: (row) => row.institution ?? NOTHING },
      ]}
    />
  );
};
