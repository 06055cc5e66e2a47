import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { recoveryInput, secondFactorInput } from '~/domain/account/inputs';
import { publishedCodeOf } from '~/domain/account/queries.server';
import { verifySecondFactor } from '~/domain/account/verify-second-factor.server';
import { SubmitButton } from '~/ui/button';
import { TextField } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction } from '~/web/action.server';
import { contextFor, requireSession } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { homeOf, paths, safeBack } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'account:secondFactor.title');

const backOf = (request: Request, fallback: string): string => safeBack(new URL(request.url).searchParams.get('back'), fallback);

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await requireSession(request);
  const back = backOf(request, homeOf(session.actor.role));
  if (!session.needsSecondFactor) throw redirect(back);
  if (!session.hasSecondFactor) throw redirect(paths.secondFactorSetup(back));
  return { demoCode: await publishedCodeOf(session.actor.accountId) };
}

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const session = await requireSession(request);
    const back = backOf(request, homeOf(session.actor.role));
    if (!session.needsSecondFactor) return redirect(back);
    const given =
      (await intentOf(request, 'code', 'recovery')) === 'code'
        ? { code: (await parseForm(request, secondFactorInput)).totpCode }
        : await parseForm(request, recoveryInput);
    await verifySecondFactor(contextFor(session.actor), session.sessionId, given);
    return redirectWithToast(back, 'account:secondFactor.passed');
  });

export default function SecondFactor() {
  const { demoCode } = useLoaderData<typeof loader>();
  const { t } = useTranslation('account');
  return (
    <Page title={t('secondFactor.title')} lead={t('secondFactor.lead')} width="narrow">
      {demoCode && (
        <Notice title={t('demo.title')}>
          <p>{t('demo.hint', { code: demoCode })}</p>
        </Notice>
      )}
      <Section>
        <Form name="code" reloadDocument>
          <TextField name="totpCode" label={t('field.totpCode')} inputMode="numeric" autoComplete="one-time-code" maxLength={7} />
          <FormActions>
            <SubmitButton intent="code">{t('secondFactor.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
      <Section title={t('secondFactor.recoveryTitle')} intro={t('secondFactor.recoveryIntro')}>
        <Form name="recovery" reloadDocument>
          <TextField name="recoveryCode" label={t('field.recoveryCode')} maxLength={60} />
          <FormActions>
            <SubmitButton intent="recovery" emphasis="second">
              {t('secondFactor.recoverySubmit')}
            </SubmitButton>
          </FormActions>
        </Form>
        <p>{t('secondFactor.lost')}</p>
      </Section>
      <Form name="sign-out" action={paths.signOut()} reloadDocument>
        <SubmitButton emphasis="quiet">{t('secondFactor.otherAccount')}</SubmitButton>
      </Form>
    </Page>
  );
}
