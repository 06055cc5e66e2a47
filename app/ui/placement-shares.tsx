import { useTranslation } from 'react-i18next';
import type { EngagementRole } from '~/domain/person/person';
import { formatPercent } from '~/i18n/format';
import { DataTable } from './data-table';
import { Badge } from './status-badge';

interface Share {
  interns: number;
  staff: number;
  isOver: boolean;
}

export interface ShownShares {
  total: Share;
  posts: (Share & { role: EngagementRole })[];
}

/** Interns beside staff, in all and for each post, with the limits that are in force. */
export const PlacementShares = ({ shares, limits }: { shares: ShownShares; limits: { ofStaff: number; ofPost: number } }) => {
  const { t } = useTranslation(['placement', 'person']);
  if (shares.total.interns === 0) return <p>{t('share.none')}</p>;
  const rows = [
    { key: 'all', label: t('share.ofStaff'), limit: limits.ofStaff, ...shares.total },
    ...shares.posts.map((post) => ({ key: post.role, label: t(`person:role.${post.role}`), limit: limits.ofPost, ...post })),
  ];
  return (
    <DataTable
      caption={t('share.caption')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'post', header: t('share.post'), rowHeader: true, cell: (row) => row.label },
        { key: 'interns', header: t('share.interns'), numeric: true, cell: (row) => row.interns },
        { key: 'staff', header: t('share.staff'), numeric: true, cell: (row) => row.staff },
        {
          key: 'share',
          header: t('share.share'),
          numeric: true,
          cell: (row) => (row.staff === 0 ? t('share.noStaff') : formatPercent(row.interns, row.staff)),
        },
        {
          key: 'limit',
          header: t('field.warnings'),
          cell: (row) => (
            <>
              <Badge tone={row.isOver ? 'wait' : 'good'}>{row.isOver ? t('share.over') : t('share.within')}</Badge>{' '}
              {t('share.limit', { percent: row.limit })}
            </>
          ),
        },
      ]}
    />
  );
};
