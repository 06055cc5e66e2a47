import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { approveBatch } from '~/domain/evaluation/approve-batch.server';
import { cancelSitting } from '~/domain/evaluation/cancel-sitting.server';
import { assessorChoice, assessorInput } from '~/domain/evaluation/inputs';
import { addAssessor, removeAssessor } from '~/domain/evaluation/name-assessors.server';
import { publishResults } from '~/domain/evaluation/publish-results.server';
import { getSitting, listCandidates } from '~/domain/evaluation/sitting-queries.server';
import { reasonInput } from '~/domain/shared/inputs';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { AssessorPanel } from '~/ui/assessor-panel';
import { LinkButton } from '~/ui/button';
import { CandidateTable } from '~/ui/candidate-table';
import { ConfirmForm } from '~/ui/confirm-form';
import { ListExport } from '~/ui/list-export';
import { Page, Section } from '~/ui/page';
import { SittingFacts } from '~/ui/sitting-facts';
import { SittingNext } from '~/ui/sitting-next';
import { SittingTabs } from '~/ui/sitting-tabs';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:sittings.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'evaluator');
    const sitting = await getSitting(actor, params.sittingId ?? '', now());
    return { sitting, candidates: await listCandidates(sitting.id) };
  });

export const action = ({ request, params: { sittingId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'evaluator'));
    const here = paths.sitting(sittingId);
    switch (await intentOf(request, 'publish', 'approve', 'cancel', 'addAssessor', 'removeAssessor')) {
      case 'publish': {
        const published = await publishResults(ctx, sittingId);
        if (!published) return redirectWithToast(here, 'evaluation:publish.already');
        const { appealUntilOn: until, ...counts } = published;
        return redirectWithToast(here, 'evaluation:publish.done', { ...counts, until });
      }
      case 'approve': {
        const { issued } = await approveBatch(ctx, sittingId);
        return redirectWithToast(here, issued === 0 ? 'evaluation:approve.already' : 'evaluation:approve.done', { count: issued });
      }
      case 'cancel':
        await cancelSitting(ctx, sittingId, (await parseForm(request, reasonInput)).reason);
        return redirectWithToast(here, 'evaluation:sittings.cancelled');
      case 'addAssessor': {
        const input = await parseForm(request, assessorInput(beijingDate(ctx.now)));
        const { taught } = await addAssessor(ctx, { sittingId, ...input });
        const said = taught > 0 ? 'evaluation:assessors.addedTaught' : 'evaluation:assessors.added';
        return redirectWithToast(`${here}#assessors`, said, { count: taught });
      }
      case 'removeAssessor':
        await removeAssessor(ctx, sittingId, (await parseForm(request, assessorChoice)).assessorId);
        return redirectWithToast(`${here}#assessors`, 'evaluation:assessors.removed');
    }
  });

export default function Sitting() {
  const { sitting, candidates } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluation');
  const isOpen = sitting.status === 'open';
  const passed = candidates.filter((row) => row.status === 'passed').length;
  return (
    <Page
      title={`${sitting.kind} · ${t(`level.${sitting.level}`)}`}
      lead={sitting.code}
      status={<StatusBadge kind="evaluation:phase" status={sitting.phase} />}
      breadcrumbs={[{ label: t('sittings.title'), to: paths.sittings() }, { label: sitting.code }]}
      width="wide"
      actions={
        isOpen && (
          <LinkButton to={paths.editSitting(sitting.id)} emphasis="second">
            {t('sittings.edit')}
          </LinkButton>
        )
      }
    >
      <SittingTabs sittingId={sitting.id} openAppeals={sitting.openAppeals} />
      <SittingNext sitting={sitting} passed={passed} />
      <Section title={t('sittings.facts')}>
        <SittingFacts sitting={sitting} />
      </Section>
      <AssessorPanel assessors={sitting.assessors} taught={sitting.taught} mayEdit={isOpen} />
      <Section title={t('sittings.candidates')} actions={<ListExport list="sitting-candidates" of={{ sitting: sitting.id }} />}>
        <CandidateTable rows={candidates} />
      </Section>
      {isOpen && (
        <Section plain>
          <ConfirmForm
            intent="cancel"
            label={t('sittings.cancel')}
            explanation={t('sittings.cancelText', { count: sitting.seatsTaken })}
            danger
          />
        </Section>
      )}
    </Page>
  );
}
