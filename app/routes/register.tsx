import { type ActionFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PRIVACY_VERSION } from '~/domain/account/account';
import { registerInput } from '~/domain/person/inputs';
import { registerTrainee } from '~/domain/person/register-trainee.server';
import { beijingDate } from '~/domain/shared/period';
import { SubmitButton } from '~/ui/button';
import { CheckboxField } from '~/ui/choice-fields';
import { PasswordField, TextField } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { IdentityFields } from '~/ui/identity-fields';
import { Page, Section, Stack } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { WorkChoice } from '~/ui/work-choice';
import { handleAction } from '~/web/action.server';
import { visitorContext } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { paths, safeBack } from '~/web/paths';
import { addressOf, limitRate } from '~/web/rate-limit.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'person:register.title');

export const action = ({ request, context }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const ctx = visitorContext();
    const input = await parseForm(request, registerInput(beijingDate(ctx.now)));
    await limitRate('register', addressOf(context), 200, 60 * 60);
    await limitRate('register-phone', input.phone, 5, 24 * 60 * 60);
    await registerTrainee(ctx, input);
    const back = safeBack(new URL(request.url).searchParams.get('back'), '');
    return redirect(paths.signIn(back || undefined, { registered: 1 }));
  });

export default function Register() {
  const { t } = useTranslation(['person', 'account']);
  return (
    <Page title={t('register.title')} lead={t('register.lead')} width="narrow">
      <Form reloadDocument>
        <Section title={t('register.identity')} intro={t('register.known')}>
          <Stack>
            <IdentityFields />
            <WorkChoice />
          </Stack>
        </Section>
        <Section title={t('register.signIn')}>
          <Stack>
            <TextField name="phone" label={t('field.phone')} hint={t('register.phoneHint')} type="tel" autoComplete="tel" maxLength={20} />
            <PasswordField
              name="newPassword"
              label={t('account:field.password')}
              hint={t('account:passwordRules')}
              autoComplete="new-password"
            />
            <PasswordField name="repeatPassword" label={t('account:field.repeatPassword')} autoComplete="new-password" />
          </Stack>
        </Section>
        <Section title={t('register.privacy')}>
          <p>{t('register.privacyText')}</p>
          <p>
            <Link to={paths.privacy()} target="_blank">
              {t('register.privacyRead', { version: PRIVACY_VERSION })}
            </Link>
          </p>
          <CheckboxField name="privacy" label={t('register.agree')} />
        </Section>
        <FormActions>
          <SubmitButton>{t('register.submit')}</SubmitButton>
        </FormActions>
      </Form>
    </Page>
  );
}
