import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { beginSecondFactor } from '~/domain/account/begin-second-factor.server';
import { confirmSecondFactor } from '~/domain/account/confirm-second-factor.server';
import { secondFactorInput } from '~/domain/account/inputs';
import { findPendingSecret } from '~/domain/account/queries.server';
import { SECOND_FACTOR_ROLES } from '~/domain/shared/actor';
import { qrImage } from '~/platform/qr.server';
import { LinkButton, SubmitButton } from '~/ui/button';
import { TextField } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { Page, Section } from '~/ui/page';
import { RecoveryCodes } from '~/ui/recovery-codes';
import { titleFrom } from '~/ui/title';
import { handleAction } from '~/web/action.server';
import { contextFor, requireSession } from '~/web/actor.server';
import { intentOf, parseForm } from '~/web/forms.server';
import { homeOf, paths, safeBack } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'account:setup.title');

const backOf = (request: Request, fallback: string): string => safeBack(new URL(request.url).searchParams.get('back'), fallback);

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await requireSession(request);
  const { role, accountId } = session.actor;
  const back = backOf(request, homeOf(role));
  const pending = session.hasSecondFactor ? null : await findPendingSecret(accountId);
  return {
    back,
    done: session.hasSecondFactor,
    required: SECOND_FACTOR_ROLES.includes(role),
    waiting: session.needsSecondFactor,
    pending: pending && { secret: pending.secret, image: await qrImage(pending.address) },
  };
}

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const session = await requireSession(request);
    const ctx = contextFor(session.actor);
    if (session.hasSecondFactor) return redirect(paths.account());
    if ((await intentOf(request, 'begin', 'confirm')) === 'confirm') {
      const { totpCode } = await parseForm(request, secondFactorInput);
      return { recoveryCodes: await confirmSecondFactor(ctx, session.sessionId, totpCode) };
    }
    await beginSecondFactor(ctx);
    return redirect(paths.secondFactorSetup(backOf(request, '/')));
  });

export default function SecondFactorSetup() {
  const { back, done, required, waiting, pending } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(['account', 'common']);
  const codes = answer && 'recoveryCodes' in answer ? answer.recoveryCodes : null;
  if (codes || done) {
    return (
      <Page title={t('setup.done')} lead={codes ? t('setup.codesLead') : undefined} width="narrow">
        {codes && <RecoveryCodes codes={codes} />}
        <FormActions>
          <LinkButton to={back}>{t('setup.continue')}</LinkButton>
        </FormActions>
      </Page>
    );
  }
  return (
    <Page title={t('setup.title')} lead={required ? t('setup.lead') : t('setup.leadOptional')} width="narrow">
      <Section title={t('setup.install')} intro={t('setup.installText')}>
        {!pending && (
          <Form name="begin">
            <SubmitButton intent="begin">{t('setup.begin')}</SubmitButton>
          </Form>
        )}
      </Section>
      {pending && (
        <>
          <Section title={t('setup.scan')}>
            <img src={pending.image} alt={t('setup.scanAlt')} width="220" height="220" />
            <p>{t('setup.secret')}</p>
            <p>
              <code>{pending.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
            </p>
          </Section>
          <Section title={t('setup.confirm')}>
            <Form name="confirm">
              <TextField name="totpCode" label={t('field.totpCode')} inputMode="numeric" autoComplete="one-time-code" maxLength={7} />
              <FormActions>
                <SubmitButton intent="confirm">{t('setup.submit')}</SubmitButton>
              </FormActions>
            </Form>
          </Section>
        </>
      )}
      {waiting ? (
        <Form name="sign-out" action={paths.signOut()} reloadDocument>
          <SubmitButton emphasis="quiet">{t('secondFactor.otherAccount')}</SubmitButton>
        </Form>
      ) : (
        <FormActions>
          <LinkButton to={back} emphasis="quiet">
            {t('common:action.cancel')}
          </LinkButton>
        </FormActions>
      )}
    </Page>
  );
}
