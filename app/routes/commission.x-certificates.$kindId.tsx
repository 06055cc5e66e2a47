import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { getKind, listEvaluationOrganisations } from '~/domain/evaluation/catalogue-queries.server';
import { kindInput } from '~/domain/evaluation/inputs';
import { editKind } from '~/domain/evaluation/save-kind.server';
import { KindForm } from '~/ui/kind-form';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:kinds.edit');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    await requireActor(request, 'city_officer');
    return { kind: await getKind(params.kindId ?? ''), organisations: await listEvaluationOrganisations() };
  });

export const action = ({ request, params }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'city_officer');
    await editKind(contextFor(actor), params.kindId ?? '', await parseForm(request, kindInput));
    return redirectWithToast(paths.xKinds(), 'evaluation:kinds.saved');
  });

export default function EditKind() {
  const { kind, organisations } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluation');
  return (
    <Page
      title={kind.name}
      lead={t('kinds.issuedHint')}
      breadcrumbs={[{ label: t('kinds.title'), to: paths.xKinds() }, { label: kind.name }]}
    >
      <Section title={t('kinds.edit')}>
        <KindForm organisations={organisations} values={kind} submit={t('kinds.edit')} />
      </Section>
    </Page>
  );
}
