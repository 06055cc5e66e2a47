import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form as PlainForm, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { inboxSearch } from '~/domain/notification/inputs';
import { countUnread, listInbox } from '~/domain/notification/queries.server';
import { readNotifications } from '~/domain/notification/read-notifications.server';
import { formatDateTime } from '~/i18n/format';
import { SubmitButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import styles from '~/ui/inbox.module.css';
import { ListExport } from '~/ui/list-export';
import { Page } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Badge } from '~/ui/status-badge';
import { Tabs } from '~/ui/tabs';
import { titleFrom } from '~/ui/title';
import { useWords } from '~/ui/use-words';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm, parseSearch } from '~/web/forms.server';
import { paths, safeBack } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

const PAGE_SIZE = 20;
const input = z.object({ id: z.uuid().optional(), link: z.string().max(300).optional() });

export const meta: MetaFunction = (args) => titleFrom(args, 'notification:inbox.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request);
    const { page, unread } = parseSearch(request, inboxSearch);
    const found = await listInbox(actor, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE, unreadOnly: unread === '1' });
    const rows = found.rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), readAt: row.readAt !== null }));
    return { rows, total: found.total, page, unreadOnly: unread === '1', unread: await countUnread(actor) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request);
    const { id, link } = await parseForm(request, input);
    await readNotifications({ ...contextFor(actor), actor }, id);
    return id ? redirect(safeBack(link, paths.inbox())) : redirectWithToast(paths.inbox(), 'notification:inbox.markedAll');
  });

export default function Inbox() {
  const { rows, total, page, unread, unreadOnly } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['notification', 'person', 'roster']);
  const words = useWords();
  return (
    <Page
      title={t('inbox.title')}
      lead={unread > 0 ? t('inbox.leadUnread', { count: unread }) : t('inbox.leadNone')}
      width="narrow"
      actions={
        <>
          {unread > 0 && (
            <PlainForm method="post">
              <SubmitButton emphasis="second" small>
                {t('inbox.markAll')}
              </SubmitButton>
            </PlainForm>
          )}
          {total > 0 && <ListExport list="inbox" />}
        </>
      }
    >
      <Tabs
        label={t('inbox.title')}
        tabs={[
          { to: paths.inbox(), label: t('inbox.all'), current: !unreadOnly },
          { to: paths.inbox({ unread: 1 }), label: t('inbox.unreadOnly'), count: unread, current: unreadOnly },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('inbox.empty')}>{t('inbox.emptyHint')}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.id} className={styles.item} data-unread={row.readAt ? undefined : 'yes'}>
              <h2 className={styles.title}>
                {words(`notification:title.${row.kind}`)} {row.readAt ? null : <Badge tone="wait">{t('inbox.unread')}</Badge>}
              </h2>
              <p className={styles.body}>{words(`notification:body.${row.kind}`, row.params)}</p>
              <div className={styles.foot}>
                <time dateTime={row.createdAt}>{formatDateTime(row.createdAt)}</time>
                <PlainForm method="post">
                  <input type="hidden" name="id" value={row.id} />
                  <input type="hidden" name="link" value={row.link ?? ''} />
                  <SubmitButton emphasis="quiet" small>
                    {t('inbox.open')}
                  </SubmitButton>
                </PlainForm>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
    </Page>
  );
}
