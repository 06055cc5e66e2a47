import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { verifyForm } from '~/domain/completion/inputs';
import { SubmitButton } from '~/ui/button';
import { TextField } from '~/ui/fields';
import { Form, FormActions } from '~/ui/form';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { handleAction } from '~/web/action.server';
import { parseForm } from '~/web/forms.server';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'completion:verify.title');

/** Other pages may send `?code=`. */
export const loader = ({ request }: LoaderFunctionArgs) => {
  const given = verifyForm.safeParse({ code: new URL(request.url).searchParams.get('code') });
  return given.success ? redirect(paths.verifyCode(given.data.code)) : null;
};

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => redirect(paths.verifyCode((await parseForm(request, verifyForm)).code)));

export default function Verify() {
  const { t } = useTranslation('completion');
  return (
    <Page title={t('verify.title')} lead={t('verify.lead')} width="narrow">
      <Section>
        <Form>
          <TextField name="code" label={t('verify.field')} hint={t('verify.hint')} maxLength={60} />
          <FormActions>
            <SubmitButton>{t('verify.submit')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </Page>
  );
}
