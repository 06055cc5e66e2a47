import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { reasonInput } from '~/domain/shared/inputs';
import { beijingDate } from '~/domain/shared/period';
import { getAgreement } from '~/domain/talent/agreement-queries.server';
import { isInForce } from '~/domain/talent/cooperation';
import { agreementConfirmation, agreementEnd } from '~/domain/talent/cooperation/inputs';
import { confirmAgreement, declineAgreement, endAgreement } from '~/domain/talent/decide-agreement.server';
import { now } from '~/platform/clock.server';
import { AgreementAnswer, AgreementEnd } from '~/ui/agreement-acts';
import { AgreementFacts } from '~/ui/agreement-facts';
import { Page, Section } from '~/ui/page';
import { titleOf } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.agreement.number ?? '');

export const loader = ({ request, params: { agreementId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'institution_admin');
    return { agreement: await getAgreement(actor, agreementId, now()), today: beijingDate(now()) };
  });

export const action = ({ request, params: { agreementId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'institution_admin'));
    const here = paths.institutionAgreement(agreementId);
    switch (await intentOf(request, 'confirm', 'decline', 'end')) {
      case 'confirm':
        await confirmAgreement(ctx, agreementId, (await parseForm(request, agreementConfirmation)).seen);
        return redirectWithToast(here, 'programme:agreement.confirmed');
      case 'decline':
        await declineAgreement(ctx, agreementId, (await parseForm(request, reasonInput)).reason);
        return redirectWithToast(here, 'programme:agreement.declined');
      case 'end':
        await endAgreement(ctx, agreementId, await parseForm(request, agreementEnd));
        return redirectWithToast(here, 'programme:agreement.ended');
    }
  });

export default function InstitutionAgreement() {
  const { agreement, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  return (
    <Page
      title={agreement.number}
      breadcrumbs={[{ label: t('agreements.title'), to: paths.institutionAgreements() }, { label: agreement.number }]}
    >
      {agreement.phase === 'proposed' && <AgreementAnswer {...agreement} hasFile={agreement.fileName !== null} />}
      <Section title={t('agreement.facts')}>
        <AgreementFacts agreement={agreement} to={paths.institutionAgreement} />
      </Section>
      {isInForce(agreement.phase) && <AgreementEnd today={today} />}
    </Page>
  );
}
