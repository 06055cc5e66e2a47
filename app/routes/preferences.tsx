import { type ActionFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useRouteLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { isLanguage, LANGUAGES } from '~/i18n/languages';
import { env } from '~/platform/env.server';
import type { loader as rootLoader } from '~/root';
import { SubmitButton } from '~/ui/button';
import { RadioGroup } from '~/ui/choice-fields';
import { Form, FormActions } from '~/ui/form';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { useLanguage } from '~/ui/use-words';
import { handleAction } from '~/web/action.server';
import { formOf } from '~/web/forms.server';
import { preferenceCookies, preferencesOf } from '~/web/locale.server';
import { paths, safeBack } from '~/web/paths';
import { toastCookie } from '~/web/toast.server';

export const meta: MetaFunction = (args) => titleFrom(args, 'common:preferences.title');

export const action = ({ request }: ActionFunctionArgs) =>
  handleAction(request, async () => {
    const form = await formOf(request);
    const before = preferencesOf(request);
    const language = form.get('language');
    const type = form.get('type');
    const chosen = {
      language: isLanguage(language) ? language : before.language,
      largeType: type === null ? before.largeType : type === 'large',
    };
    const headers = new Headers();
    for (const cookie of preferenceCookies(chosen, env.cookieSecure)) headers.append('Set-Cookie', cookie);
    headers.append('Set-Cookie', toastCookie('common:preferences.saved'));
    return redirect(safeBack(form.get('back'), paths.preferences()), { headers });
  });

export default function Preferences() {
  const { t } = useTranslation();
  const language = useLanguage();
  const large = useRouteLoaderData<typeof rootLoader>('root')?.largeType ?? false;
  const languages = LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }));
  const types = [
    { value: 'normal', label: t('largeType.off') },
    { value: 'large', label: t('largeType.on'), description: t('largeType.hint') },
  ];
  return (
    <Page title={t('preferences.title')} lead={t('preferences.lead')} width="narrow">
      <Section>
        <Form reloadDocument>
          <RadioGroup name="language" label={t('language.label')} options={languages} defaultValue={language} />
          <RadioGroup name="type" label={t('preferences.type')} options={types} defaultValue={large ? 'large' : 'normal'} />
          <FormActions>
            <SubmitButton>{t('action.save')}</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </Page>
  );
}
