import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { openAppeal, withdrawAppeal } from '~/domain/evaluation/appeal-result.server';
import { appealInput } from '~/domain/evaluation/inputs';
import { getMyRegistration } from '~/domain/evaluation/registration-queries.server';
import { withdrawCandidate } from '~/domain/evaluation/withdraw-candidate.server';
import { reasonInput } from '~/domain/shared/inputs';
import { beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { ConfirmForm } from '~/ui/confirm-form';
import { MyAppeal } from '~/ui/my-appeal';
import { MyResult, MySittingNext } from '~/ui/my-result';
import { Page, Section } from '~/ui/page';
import { SittingFacts } from '~/ui/sitting-facts';
import { StatusBadge } from '~/ui/status-badge';
import { titleFrom } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'evaluation:mine.title');

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'trainee');
    const at = now();
    const {
      personId: _person,
      collegeId: _college,
      name: _name,
      ...registration
    } = await getMyRegistration(actor, params.candidateId ?? '', at);
    return { registration, today: beijingDate(at) };
  });

export const action = ({ request, params: { candidateId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'trainee'));
    switch (await intentOf(request, 'withdraw', 'appeal', 'withdrawAppeal')) {
      case 'withdraw':
        await withdrawCandidate(ctx, candidateId, (await parseForm(request, reasonInput)).reason);
        return redirectWithToast(paths.mySittings(), 'evaluation:own.withdrawn');
      case 'appeal':
        await openAppeal(ctx, candidateId, (await parseForm(request, appealInput)).statement);
        return redirectWithToast(paths.mySitting(candidateId), 'evaluation:own.appealSent');
      case 'withdrawAppeal':
        await withdrawAppeal(ctx, candidateId);
        return redirectWithToast(paths.mySitting(candidateId), 'evaluation:own.appealWithdrawn');
    }
  });

export default function MySitting() {
  const { registration, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('evaluation');
  const title = t('own.title', { kind: registration.kind, level: t(`level.${registration.level}`) });
  const isCancelled = registration.status === 'cancelled';
  return (
    <Page
      title={title}
      lead={`${t('field.number')} ${registration.number}`}
      status={
        isCancelled ? (
          <StatusBadge kind="evaluation:phase" status="cancelled" />
        ) : (
          <StatusBadge kind="evaluation:candidateStatus" status={registration.candidateStatus} />
        )
      }
      breadcrumbs={[{ label: t('mine.title'), to: paths.mySittings() }, { label: registration.code }]}
    >
      <MySittingNext registration={registration} today={today} />
      {!isCancelled && registration.candidateStatus !== 'withdrawn' && <MyResult registration={registration} />}
      <MyAppeal registration={registration} />
      <Section title={t('own.facts')} intro={registration.college ? t('own.byCollege', { college: registration.college }) : undefined}>
        <SittingFacts sitting={registration} />
      </Section>
      {registration.mayWithdraw && (
        <Section plain>
          <ConfirmForm intent="withdraw" label={t('own.withdraw')} explanation={t('own.withdrawText')} danger />
        </Section>
      )}
    </Page>
  );
}
