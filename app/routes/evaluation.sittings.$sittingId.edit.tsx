import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { listOwnKinds, listSites } from '~/domain/evaluation/catalogue-queries.server';
import { editSitting } from '~/domain/evaluation/edit-sitting.server';
import { sittingInput } from '~/domain/evaluation/inputs';
import { getSitting } from '~/domain/evaluation/sitting-queries.server';
import { now } from '~/platform/clock.server';
import { Page, Section } from '~/ui/page';
import { SittingForm } from '~/ui/sitting-form';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:sittings.edit');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'evaluator');
    const sitting = await getSitting(actor, params.sittingId ?? '', now());
    const own = await listOwnKinds(actor);
    // A certificate that is no longer in use stays with the sittings it has.
    const kinds = own.some(({ id }) => id === sitting.xKindId)
      ? own
      : [...own, { id: sitting.xKindId, name: sitting.kind, issuer: sitting.issuer }];
    return { sitting, kinds: kinds.map(({ id, name, issuer }) => ({ id, name, issuer })), sites: await listSites(actor) };
  });

export const action = ({ request, params: { sittingId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const actor = await requireActor(request, 'evaluator');
    await editSitting(contextFor(actor), sittingId, await parseForm(request, sittingInput));
    return redirectWithToast(paths.sitting(sittingId), 'evaluation:sittings.saved');
  });

export default function EditSitting() {
  const { sitting, kinds, sites } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluation');
  return (
    <Page
      title={t('sittings.edit')}
      lead={`${sitting.kind} · ${t(`level.${sitting.level}`)} · ${sitting.code}`}
      breadcrumbs={[
        { label: t('sittings.title'), to: paths.sittings() },
        { label: sitting.code, to: paths.sitting(sitting.id) },
        { label: t('sittings.edit') },
      ]}
    >
      <Section>
        <SittingForm kinds={kinds} sites={sites} values={sitting} locked={sitting.lastCandidate > 0} submit={t('sittings.edit')} />
      </Section>
    </Page>
  );
}
