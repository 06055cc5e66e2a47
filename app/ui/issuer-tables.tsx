import { useTranslation } from 'react-i18next';
import { DataTable } from './data-table';
import { EmptyState } from './empty-state';
import { ChangeIssuerForm, type IssuerRow, LookupForm, type LookupRow } from './issuer-forms';
import { Badge } from './status-badge';

const Address = ({ url }: { url: string | null }) =>
  url ? (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {url}
    </a>
  ) : (
    '—'
  );

export const IssuerTable = ({ rows, mayEdit }: { rows: readonly IssuerRow[]; mayEdit: boolean }) => {
  const { t } = useTranslation('certificate');
  return (
    <DataTable
      caption={t('issuers.caption')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('issuers.empty')}>{t('issuers.emptyText')}</EmptyState>}
      columns={[
        { key: 'name', header: t('issuers.name'), rowHeader: true, cell: (row) => row.name },
        { key: 'family', header: t('issuers.family'), cell: (row) => t(`family.${row.family}`) },
        { key: 'url', header: t('issuers.url'), cell: (row) => <Address url={row.queryUrl} /> },
        { key: 'source', header: t('issuers.source'), cell: (row) => row.source || '—' },
        {
          key: 'state',
          header: t('issuers.state'),
          cell: (row) => <Badge tone={row.isActive ? 'good' : 'off'}>{t(row.isActive ? 'issuers.active' : 'issuers.inactive')}</Badge>,
        },
        ...(mayEdit ? [{ key: 'change', header: t('issuers.change'), cell: (row: IssuerRow) => <ChangeIssuerForm issuer={row} /> }] : []),
      ]}
    />
  );
};

export const LookupTable = ({ rows, mayEdit }: { rows: readonly LookupRow[]; mayEdit: boolean }) => {
  const { t } = useTranslation('certificate');
  return (
    <DataTable
      caption={t('issuers.lookups')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.family}
      columns={[
        { key: 'family', header: t('issuers.family'), rowHeader: true, cell: (row) => t(`family.${row.family}`) },
        { key: 'url', header: t('issuers.url'), cell: (row) => <Address url={row.url} /> },
        { key: 'channel', header: t('issuers.channel'), cell: (row) => t(`channel.${row.channel}`) },
        { key: 'source', header: t('issuers.source'), cell: (row) => row.source || '—' },
        ...(mayEdit ? [{ key: 'change', header: t('issuers.change'), cell: (row: LookupRow) => <LookupForm lookup={row} /> }] : []),
      ]}
    />
  );
};
