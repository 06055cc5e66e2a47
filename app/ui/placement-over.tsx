import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import type { ShownShares } from './placement-shares';
import { useDistrictName } from './use-district-name';
import { usePunctuation } from './use-punctuation';

type Over = ShownShares & { institutionId: string; name: string; districtCode: string | null };

/** Institutions whose interns are today more than the set shares, with the numbers. */
export const InstitutionsOver = ({ rows }: { rows: readonly Over[] }) => {
  const { t } = useTranslation(['placement', 'person']);
  const marks = usePunctuation();
  const districtName = useDistrictName();
  if (rows.length === 0) return <p>{t('city.overNone')}</p>;
  return (
    <DataTable
      caption={t('city.overTitle')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.institutionId}
      columns={[
        {
          key: 'name',
          header: t('field.institution'),
          rowHeader: true,
          cell: (row) => <Link to={`${paths.cityPlacements({ institution: row.institutionId, shown: 'running' })}#list`}>{row.name}</Link>,
        },
        { key: 'district', header: t('field.district'), cell: (row) => districtName(row.districtCode) },
        { key: 'all', header: t('share.ofStaff'), cell: (row) => t('share.count', { interns: row.total.interns, staff: row.total.staff }) },
        {
          key: 'posts',
          header: t('city.overPosts'),
          cell: (row) =>
            row.posts
              .filter((post) => post.isOver)
              .map((post) => `${t(`person:role.${post.role}`)} ${t('share.count', { interns: post.interns, staff: post.staff })}`)
              .join(marks.clause),
        },
      ]}
    />
  );
};
