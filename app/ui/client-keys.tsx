import { useTranslation } from 'react-i18next';
import type { ClientState } from '~/domain/organisation/api-client';
import type { ApiScope } from '~/domain/shared/api-scopes';
import { formatDate, formatDateTime, NOTHING } from '~/i18n/format';
import { ConfirmForm } from './confirm-form';
import { type Column, DataTable } from './data-table';
import { Notice } from './notice';
import { Row, Stack } from './page';
import { CopyButton } from './page-tools';
import { StatusBadge } from './status-badge';
import { usePunctuation } from './use-punctuation';

export interface ClientRow {
  id: string;
  name: string;
  organisation: string;
  keyPrefix: string;
  scopes: ApiScope[];
  grantedAt: string;
  grantedBy: string | null;
  expiresOn: string;
  revokedReason: string | null;
  lastUsedAt: string | null;
  state: ClientState;
}

type ScopeWord =
  | 'institutions_read'
  | 'rate_read'
  | 'certificates_check'
  | 'roster_write'
  | 'attendance_write'
  | 'scores_write'
  | 'results_write';
/** A colon would name a namespace. */
export const scopeWord = (scope: ApiScope): ScopeWord => scope.replace(':', '_') as ScopeWord;

/** Client keys, each with the step that ends it. */
export const ClientTable = ({ rows, empty, ofMany }: { rows: readonly ClientRow[]; empty: string; ofMany?: boolean }) => {
  const { t } = useTranslation('client');
  const marks = usePunctuation();
  const organisation: Column<ClientRow> = { key: 'organisation', header: t('field.organisation'), cell: (row) => row.organisation };
  return (
    <DataTable<ClientRow>
      caption={t('list.title')}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p>{empty}</p>}
      columns={[
        { key: 'name', header: t('field.name'), rowHeader: true, cell: (row) => row.name },
        ...(ofMany ? [organisation] : []),
        { key: 'prefix', header: t('field.prefix'), nowrap: true, cell: (row) => <code>{row.keyPrefix}…</code> },
        {
          key: 'scopes',
          header: t('field.scopes'),
          cell: (row) => row.scopes.map((scope) => t(`scope.${scopeWord(scope)}`)).join(marks.list),
        },
        {
          key: 'state',
          header: t('field.state'),
          cell: (row) => (
            <>
              <StatusBadge kind="client:state" status={row.state} />
              {row.revokedReason && <small> {t('revoke.reason', { reason: row.revokedReason })}</small>}
            </>
          ),
        },
        { key: 'expires', header: t('field.expiresOn'), nowrap: true, cell: (row) => row.expiresOn },
        {
          key: 'used',
          header: t('field.lastUsedAt'),
          nowrap: true,
          cell: (row) => (row.lastUsedAt ? formatDateTime(row.lastUsedAt) : t('never')),
        },
        {
          key: 'granted',
          header: t('field.grantedAt'),
          hideOnPhone: true,
          nowrap: true,
          cell: (row) => `${formatDate(row.grantedAt)} ${ofMany ? '' : (row.grantedBy ?? '')}`,
        },
        { key: 'acts', header: t('revoke.label'), cell: (row) => (row.state === 'revoked' ? NOTHING : <Revocation row={row} />) },
      ]}
    />
  );
};

const Revocation = ({ row }: { row: ClientRow }) => {
  const { t } = useTranslation('client');
  return (
    <ConfirmForm
      name={`revoke-${row.id}`}
      intent="revoke"
      values={{ clientId: row.id }}
      label={t('revoke.label')}
      explanation={t('revoke.text', { name: row.name })}
      danger
    />
  );
};

/** The one time that a key can be read. */
export const IssuedKey = ({ name, secret }: { name: string; secret: string }) => {
  const { t } = useTranslation('client');
  return (
    <Notice tone="good" title={t('issued.title')}>
      <Stack>
        <p>{t('issued.text', { name })}</p>
        <p>
          {t('issued.key')} <code>{secret}</code>
        </p>
        <Row>
          <CopyButton text={secret} />
        </Row>
      </Stack>
    </Notice>
  );
};
