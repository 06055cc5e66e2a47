import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { demoAccounts } from '~/domain/account/demo.server';
import { signInInput } from '~/domain/account/inputs';
import { signIn } from '~/domain/account/sign-in.server';
import { SubmitButton } from '~/ui/button';
import { DemoAccounts } from '~/ui/demo-accounts';
import { PasswordField, TextField } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction } from '~/web/action.server';
import { optionalActor, visitorContext } from '~/web/actor.server';
import { parseForm } from '~/web/forms.server';
import { homeOf, paths, safeBack } from '~/web/paths';
import { addressOf } from '~/web/rate-limit.server';
import { toastCookie } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'account:signIn.title');

const backOf = (request: Request, fallback: string): string => safeBack(new URL(request.url).searchParams.get('back'), fallback);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await optionalActor(request);
  if (actor) throw redirect(backOf(request, homeOf(actor.role)));
  return { demo: demoAccounts(), registered: new URL(request.url).searchParams.has('registered') };
}

export const action = ({ request, context }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const input = await parseForm(request, signInInput);
    const { cookie, role } = await signIn(visitorContext(), { ...input, address: addressOf(context) });
    const headers = new Headers({ 'Set-Cookie': cookie });
    headers.append('Set-Cookie', toastCookie('account:signedIn'));
    return redirect(backOf(request, homeOf(role)), { headers });
  });

export default function SignIn() {
  const { demo, registered } = useLoaderData<typeof loader>();
  const { t } = useTranslation('account');
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')} width="narrow">
      {registered && (
        <Notice tone="good" title={t('signIn.registered')}>
          <p>{t('signIn.registeredText')}</p>
        </Notice>
      )}
      <Section>
        <Form reloadDocument>
          <TextField name="login" label={t('field.login')} autoComplete="username" maxLength={100} />
          <PasswordField name="password" label={t('field.password')} autoComplete="current-password" />
          <FormActions>
            <SubmitButton>{t('signIn.submit')}</SubmitButton>
            <Link to={paths.forgottenPassword()}>{t('signIn.forgotten')}</Link>
          </FormActions>
        </Form>
      </Section>
      <ul>
        <li>
          <Link to={paths.register()}>{t('signIn.register')}</Link>
        </li>
        <li>
          <Link to={paths.apply()}>{t('signIn.apply')}</Link>
        </li>
      </ul>
      {demo && <DemoAccounts demo={demo} />}
    </Page>
  );
}
