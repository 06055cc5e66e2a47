import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listOwnKinds, listSites } from '~/domain/evaluation/catalogue-queries.server';
import { sittingInput } from '~/domain/evaluation/inputs';
import { openSitting } from '~/domain/evaluation/open-sitting.server';
import { NextStep } from '~/ui/next-step';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { SittingForm } from '~/ui/sitting-form';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:sittings.new');

export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'evaluator');
    return { kinds: await listOwnKinds(actor), sites: await listSites(actor) };
  });

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'evaluator');
    const id = await openSitting(contextFor(actor), await parseForm(request, sittingInput));
    return redirectWithToast(paths.sitting(id), 'evaluation:sittings.opened');
  });

export default function NewSitting() {
  const { kinds, sites } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluation');
  return (
    <Page
      title={t('sittings.new')}
      lead={t('sittings.lead')}
      breadcrumbs={[{ label: t('sittings.title'), to: paths.sittings() }, { label: t('sittings.new') }]}
    >
      {kinds.length === 0 && <Notice tone="warn">{t('work.noKind')}</Notice>}
      {kinds.length > 0 && sites.length === 0 && (
        <NextStep to={paths.sites()} action={t('work.addSite')}>
          {t('work.noSite')}
        </NextStep>
      )}
      {kinds.length > 0 && sites.length > 0 && (
        <Section>
          <SittingForm kinds={kinds} sites={sites} submit={t('sittings.new')} />
        </Section>
      )}
    </Page>
  );
}
