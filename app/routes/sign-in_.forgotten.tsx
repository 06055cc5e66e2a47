import type { MetaFunction } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { Page, Section } from '~/ui/page';
import { titleFrom } from '~/ui/title';
import { paths } from '~/web/paths';

export const meta: MetaFunction = (args) => titleFrom(args, 'account:forgotten.title');

export default function ForgottenPassword() {
  const { t } = useTranslation('account');
  return (
    <Page title={t('forgotten.title')} lead={t('forgotten.lead')} width="narrow">
      <Section>
        <DefinitionList
          items={[
            [t('forgotten.staffTitle'), t('forgotten.staff')],
            [t('forgotten.studentTitle'), t('forgotten.student')],
            [t('forgotten.organisationTitle'), t('forgotten.organisation')],
            [t('forgotten.officerTitle'), t('forgotten.officer')],
          ]}
        />
        <p>{t('forgotten.after')}</p>
      </Section>
      <LinkButton to={paths.signIn()} emphasis="second">
        {t('signIn.title')}
      </LinkButton>
    </Page>
  );
}
