import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CLIENT_STATES } from '~/domain/organisation/api-client';
import { listClients } from '~/domain/organisation/client-queries.server';
import { clientSearch } from '~/domain/organisation/inputs';
import { ClientTable } from '~/ui/client-keys';
import { SelectField, TextField } from '~/ui/fields';
import { FilterBar } from '~/ui/filter-bar';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { answerRevocation, clientRows } from '~/web/clients.server';
import { parseSearch } from '~/web/forms.server';
import { paths } from '~/web/paths';

const PAGE_SIZE = 50;

export const meta: MetaFunction = (args) => titleFrom(args, 'client:list.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'district_officer', 'city_officer');
    const { page, ...filter } = parseSearch(request, clientSearch);
    const found = await listClients(actor, filter, contextFor(actor).now, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    return { rows: clientRows(found.rows), total: found.total, page, filter };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () =>
    answerRevocation(request, await requireActor(request, 'district_officer', 'city_officer'), paths.clients()),
  );

export default function Clients() {
  const { rows, total, page, filter } = useLoaderData<typeof loader>();
  const { t } = useTranslation('client');
  return (
    <Page title={t('list.title')} lead={t('list.lead')} width="wide" actions={<ListExport list="clients" />}>
      <Section>
        <FilterBar>
          <TextField name="q" label={t('list.search')} type="search" optional defaultValue={filter.q} maxLength={100} />
          <SelectField
            name="state"
            label={t('field.state')}
            optional
            placeholder={t('list.allStates')}
            defaultValue={filter.state}
            options={CLIENT_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
        </FilterBar>
        <ClientTable rows={rows} empty={t('list.empty')} ofMany />
        <Pagination page={page} pageSize={PAGE_SIZE} total={total} />
      </Section>
    </Page>
  );
}
