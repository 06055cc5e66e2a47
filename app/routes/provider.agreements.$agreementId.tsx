import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MAX_COPY_FORM_BYTES } from '~/domain/certificate/copy-file';
import { beijingDate } from '~/domain/shared/period';
import { getAgreement } from '~/domain/talent/agreement-queries.server';
import { isInForce } from '~/domain/talent/cooperation';
import { agreementEnd, agreementInput } from '~/domain/talent/cooperation/inputs';
import { endAgreement } from '~/domain/talent/decide-agreement.server';
import { reviseAgreement } from '~/domain/talent/propose-agreement.server';
import { now } from '~/platform/clock.server';
import { AgreementEnd } from '~/ui/agreement-acts';
import { AgreementFacts } from '~/ui/agreement-facts';
import { AgreementForm } from '~/ui/agreement-form';
import { LinkButton } from '~/ui/button';
import { NextStep } from '~/ui/next-step';
import { Page, Section } from '~/ui/page';
import { titleOf } from '~/ui/title';
import { handleAction, handleLoader } from '~/web/action.server';
import { contextFor, requireActor } from '~/web/actor.server';
import { formOf, intentOf, parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';
import { uploadOf } from '~/web/upload.server';

export const meta: MetaFunction<typeof loader> = (args) => titleOf(args, args.data?.agreement.number ?? '');

export const loader = ({ request, params: { agreementId = '' } }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const actor = await requireActor(request, 'provider_staff');
    return { agreement: await getAgreement(actor, agreementId, now()), today: beijingDate(now()) };
  });

export const action = ({ request, params: { agreementId = '' } }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = contextFor(await requireActor(request, 'provider_staff'));
    const here = paths.agreement(agreementId);
    // Read with room for the file before anything else asks for the form.
    await formOf(request, MAX_COPY_FORM_BYTES);
    if ((await intentOf(request, 'revise', 'end')) === 'end') {
      await endAgreement(ctx, agreementId, await parseForm(request, agreementEnd));
      return redirectWithToast(here, 'programme:agreement.ended');
    }
    const { file, ...entry } = await parseForm(request, agreementInput);
    await reviseAgreement(ctx, agreementId, entry, await uploadOf(file));
    return redirectWithToast(here, 'programme:agreement.revised');
  });

export default function Agreement() {
  const { agreement, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation('programme');
  const { phase, institution, institutionId } = agreement;
  const mayRevise = phase === 'proposed' || phase === 'declined';
  const mayRenew = (isInForce(phase) || phase === 'over') && agreement.renewedById === null;
  return (
    <Page
      title={agreement.number}
      breadcrumbs={[{ label: t('agreements.title'), to: paths.agreements() }, { label: agreement.number }]}
      actions={mayRenew && <LinkButton to={paths.newAgreement({ renews: agreement.id })}>{t('agreements.renew')}</LinkButton>}
    >
      {phase === 'proposed' && (
        <NextStep detail={agreement.fileName === null ? t('agreement.addFile') : undefined}>
          {t('agreement.waits', { institution })}
        </NextStep>
      )}
      {phase === 'declined' && (
        <NextStep to="#revise" action={t('agreement.reviseTitle')} detail={t('agreement.mend')}>
          {t('agreement.declinedBy', { reason: agreement.reason ?? '' })}
        </NextStep>
      )}
      <Section title={t('agreement.facts')}>
        <AgreementFacts agreement={agreement} to={paths.agreement} />
      </Section>
      {mayRevise && (
        <Section title={t('agreement.reviseTitle')} id="revise">
          <AgreementForm
            key={agreement.proposedAt}
            institution={{ id: institutionId, name: institution }}
            values={agreement}
            submit={t('agreement.revise')}
            intent="revise"
          />
        </Section>
      )}
      {isInForce(phase) && <AgreementEnd today={today} />}
    </Page>
  );
}
