import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { outboxSearch } from '~/domain/notification/inputs';
import { OUTBOX_STATUSES } from '~/domain/notification/notification';
import { listOutbox } from '~/domain/notification/queries.server';
import { formatDateTime } from '~/i18n/format';
import { env } from '~/platform/env.server';
import { DataTable } from '~/ui/data-table';
import { SelectField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Notice } from '~/ui/notice';
import { Page } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'jobs:outbox.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await requireActor(request, 'system_admin');
    const { page, status } = parseSearch(request, outboxSearch);
    const { rows, total } = await listOutbox({ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE, status });
    // A system administrator sees no business data; the demo shows what would have been sent.
    return { rows: rows.map((row) => ({ ...row, body: env.demo ? row.body : null })), total, page, status: status ?? '', demo: env.demo };
  });

export default function Outbox() {
  const { rows, total, page, status, demo } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['jobs', 'notification']);
  return (
    <Page title={t('outbox.title')} lead={t('outbox.lead')} width="wide" actions={<ListExport list="outbox" />}>
      {demo ? <Notice>{t('outbox.demo')}</Notice> : null}
      <FilterBar>
        <SelectField
          name="status"
          label={t('outbox.status')}
          placeholder={t('console.filter.all')}
          options={OUTBOX_STATUSES.map((value) => ({ value, label: t(`outboxStatus.${value}`) }))}
          defaultValue={status}
        />
      </FilterBar>
      <DataTable
        caption={t('outbox.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={t('outbox.empty')}
        columns={[
          { key: 'created', header: t('outbox.createdAt'), cell: (row) => formatDateTime(row.createdAt), nowrap: true },
          { key: 'channel', header: t('outbox.channel'), cell: (row) => t(`notification:channel.${row.channel}`) },
          { key: 'recipient', header: t('outbox.recipient'), cell: (row) => row.recipientMasked, rowHeader: true },
          { key: 'body', header: t('outbox.body'), cell: (row) => row.body ?? t('outbox.bodyHidden') },
          { key: 'status', header: t('outbox.status'), cell: (row) => <StatusBadge kind="jobs:outboxStatus" status={row.status} /> },
          {
            key: 'sent',
            header: t('outbox.sentAt'),
            cell: (row) => (row.sentAt ? formatDateTime(row.sentAt) : (row.error ?? '—')),
            nowrap: true,
          },
        ]}
      />
      <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
    </Page>
  );
}
