import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getSite, listColleges } from '~/domain/evaluation/catalogue-queries.server';
import { siteInput } from '~/domain/evaluation/inputs';
import { editSite } from '~/domain/evaluation/save-site.server';
import { Page, Section } from '~/ui/page';
import { SiteForm } from '~/ui/site-form';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:sites.edit');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'evaluator');
    return { site: await getSite(actor, params.siteId ?? ''), colleges: await listColleges() };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'evaluator');
    await editSite(contextFor(actor), params.siteId ?? '', await parseForm(request, siteInput));
    return redirectWithToast(paths.sites(), 'evaluation:sites.saved');
  });

export default function EditSite() {
  const { site, colleges } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluation');
  return (
    <Page title={site.name} lead={t('sites.lead')} breadcrumbs={[{ label: t('sites.title'), to: paths.sites() }, { label: site.name }]}>
      <Section title={t('sites.edit')}>
        <SiteForm colleges={colleges} values={site} submit={t('sites.edit')} />
      </Section>
    </Page>
  );
}
