import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { eventFilterOf, listEvents } from '~/domain/shared/event-queries.server';
import { eventSearch } from '~/domain/shared/inputs';
import { formatDateTime } from '~/i18n/format';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { DateField, TextField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Page, Row } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { useWords } from '~/ui/use-words';
import { handleLoader } from '~/web/action.server';
import { requireActor } from '~/web/actor.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;
export const meta: MetaFunction = (args) => titleFrom(args, 'jobs:audit.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await requireActor(request, 'auditor');
    const { before, ...filter } = parseSearch(request, eventSearch);
    const found = await listEvents(eventFilterOf(filter), { limit: PAGE_SIZE + 1, before });
    const rows = found.slice(0, PAGE_SIZE).map((row) => ({ ...row, at: row.at.toISOString(), data: JSON.stringify(row.data) }));
    return { rows, filter, older: found.length > PAGE_SIZE ? (rows.at(-1)?.seq ?? null) : null, before: before ?? null };
  });

export default function Audit() {
  const { rows, filter, older, before } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['jobs', 'common']);
  const words = useWords();
  const who = (row: (typeof rows)[number]) =>
    row.actorKind === 'user' || (row.actorKind === 'api' && row.actorName !== null)
      ? [
          row.actorName ?? row.actor,
          row.actorRole ? words(`common:role.${row.actorRole}` as 'common:role.trainee') : null,
          row.organisationName,
        ]
          .filter(Boolean)
          .join(' · ')
      : t('audit.system', { name: row.actor });
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')} width="wide" actions={<ListExport list="events" />}>
      <FilterBar>
        <TextField name="name" label={t('audit.name')} hint={t('audit.nameHint')} defaultValue={filter.name} optional />
        <TextField name="subject" label={t('audit.subject')} defaultValue={filter.subject} optional />
        <DateField name="from" label={t('audit.from')} defaultValue={filter.from} optional />
        <DateField name="until" label={t('audit.until')} defaultValue={filter.until} optional />
      </FilterBar>
      <DataTable
        caption={t('audit.title')}
        captionHidden
        dense
        rows={rows}
        rowKey={(row) => row.id}
        empty={t('audit.empty')}
        columns={[
          { key: 'at', header: t('audit.at'), cell: (row) => formatDateTime(row.at), nowrap: true },
          { key: 'name', header: t('audit.name'), cell: (row) => <code>{row.name}</code>, rowHeader: true },
          { key: 'who', header: t('audit.who'), cell: who },
          { key: 'what', header: t('audit.what'), cell: (row) => `${row.subjectType} ${row.subjectId}` },
          { key: 'data', header: t('audit.data'), cell: (row) => <code>{row.data}</code> },
        ]}
      />
      <Row>
        {before ? (
          <LinkButton to={paths.audit(filter)} emphasis="second">
            {t('audit.newest')}
          </LinkButton>
        ) : null}
        {older ? (
          <LinkButton to={paths.audit({ ...filter, before: older })} emphasis="second">
            {t('audit.older')}
          </LinkButton>
        ) : null}
      </Row>
    </Page>
  );
}
