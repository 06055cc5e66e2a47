import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listClients } from '~/domain/organisation/client-queries.server';
import { ClientTable } from '~/ui/client-keys';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { answerRevocation, clientRows } from '~/web/clients.server';
import { paths } from '~/web/paths';

const ROLES = ['institution_admin', 'provider_staff', 'evaluator'] as const;
/** More keys than an organisation has systems. */
const SHOWN = 200;

export const meta: MetaFunction = (args) => titleFrom(args, 'client:own.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, ...ROLES);
    const { rows } = await listClients(actor, { q: '' }, contextFor(actor).now, { limit: SHOWN, offset: 0 });
    return { rows: clientRows(rows) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => answerRevocation(request, await requireActor(request, ...ROLES), paths.ownClients()));

export default function OwnClients() {
  const { rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation('client');
  return (
    <Page title={t('own.title')} lead={t('own.lead')} width="wide" actions={rows.length > 0 && <ListExport list="clients" />}>
      <Section>
        <ClientTable rows={rows} empty={t('own.empty')} />
        <p>
          <a href={paths.apiDescription()}>{t('own.description')}</a>
        </p>
      </Section>
    </Page>
  );
}
