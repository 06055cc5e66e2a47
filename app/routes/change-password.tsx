import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PRIVACY_VERSION } from '~/domain/account/account';
import { changePassword } from '~/domain/account/change-password.server';
import { changePasswordInput } from '~/domain/account/inputs';
import { getOwnAccount } from '~/domain/account/queries.server';
import { SubmitButton } from '~/ui/button';
import { CheckboxField } from '~/ui/choice-fields';
import { PasswordField } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { usePunctuation } from '~/ui/use-punctuation';
import { handleAction } from '~/web/action.server';
import { contextFor, requireSession } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { homeOf, paths, safeBack } from '~/web/paths';
import { redirectWithToast } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'account:password.title');

/** Signed in with every step but this one. */
async function sessionOf(request: Request) {
  const session = await requireSession(request);
  if (session.needsSecondFactor) throw redirect(paths.secondFactor(paths.changePassword()));
  return session;
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { mustChangePassword, actor } = await sessionOf(request);
  const { privacyVersion } = await getOwnAccount(actor.accountId);
  return { issued: mustChangePassword, mustAccept: mustChangePassword && privacyVersion !== PRIVACY_VERSION };
}

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const session = await sessionOf(request);
    const input = await parseForm(request, changePasswordInput);
    await changePassword(contextFor(session.actor), session.sessionId, input);
    const fallback = session.mustChangePassword ? homeOf(session.actor.role) : paths.account();
    return redirectWithToast(safeBack(new URL(request.url).searchParams.get('back'), fallback), 'account:password.changed');
  });

export default function ChangePassword() {
  const { issued, mustAccept } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['account', 'person']);
  const marks = usePunctuation();
  return (
    <Page title={t('password.title')} lead={issued ? t('password.leadIssued') : t('password.lead')} width="narrow">
      <Section>
        <Form reloadDocument>
          <PasswordField name="currentPassword" label={t('field.currentPassword')} autoComplete="current-password" />
          <PasswordField
            name="newPassword"
            label={t('field.newPassword')}
            hint={`${t('passwordRules')}${marks.sentence}${t('password.remembered')}`}
            autoComplete="new-password"
          />
          <PasswordField name="repeatPassword" label={t('field.repeatPassword')} autoComplete="new-password" />
          {mustAccept && (
            <>
              <Link to={paths.privacy()} target="_blank">
                {t('person:register.privacyRead', { version: PRIVACY_VERSION })}
              </Link>
              <CheckboxField name="privacy" label={t('person:register.agree')} />
            </>
          )}
          <FormActions>
            <SubmitButton>{t('password.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </Page>
  );
}
