import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listColleges, listSites } from '~/domain/evaluation/catalogue-queries.server';
import { siteInput } from '~/domain/evaluation/inputs';
import { addSite } from '~/domain/evaluation/save-site.server';
import { NOTHING } from '~/i18n/format';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { ListExport } from '~/ui/list-export';
import { useDistrictName } from '~/ui/organisation-fields';
import { Page, Section } from '~/ui/page';
import { SiteForm } from '~/ui/site-form';
import { Badge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:sites.title');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'evaluator');
    return { sites: await listSites(actor), colleges: await listColleges() };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'evaluator');
    await addSite(contextFor(actor), await parseForm(request, siteInput));
    return redirectWithToast(paths.sites(), 'evaluation:sites.added');
  });

export default function Sites() {
  const { sites, colleges } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluation');
  const districtName = useDistrictName();
  return (
    <Page title={t('sites.title')} lead={t('sites.lead')} actions={<ListExport list="assessment-sites" />}>
      <Section>
        <DataTable
          caption={t('sites.title')}
          captionHidden
          rows={sites}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t('sites.empty')}>
              <p>{t('sites.emptyText')}</p>
            </EmptyState>
          }
          columns={[
            {
              key: 'name',
              header: t('field.siteName'),
              rowHeader: true,
              cell: (row) => (
                <>
                  <Link to={paths.site(row.id)}>{row.name}</Link> {!row.isActive && <Badge>{t('sites.inactive')}</Badge>}
                </>
              ),
            },
            { key: 'district', header: t('field.district'), nowrap: true, cell: (row) => districtName(row.districtCode) },
            { key: 'address', header: t('field.address'), cell: (row) => row.address },
            { key: 'host', header: t('field.host'), cell: (row) => row.host ?? NOTHING },
            { key: 'seats', header: t('field.seats'), numeric: true, cell: (row) => row.seats },
            { key: 'sittings', header: t('sites.sittings'), numeric: true, cell: (row) => row.sittings },
          ]}
        />
      </Section>
      <Section title={t('sites.add')}>
        <SiteForm colleges={colleges} submit={t('sites.add')} />
      </Section>
    </Page>
  );
}
