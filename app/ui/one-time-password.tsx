import { useTranslation } from 'react-i18next';
import { DefinitionList } from './definition-list';
import { Notice } from './notice';
import { Stack } from './page';
import { CopyButton } from './page-tools';

export interface IssuedPassword {
  name: string;
  login: string;
  password: string;
}

/** Shown once to whoever hands it over. */
export const OneTimePassword = ({ issued }: { issued: IssuedPassword }) => {
  const { t } = useTranslation('organisation');
  return (
    <Notice tone="good" title={t('issued.title')}>
      <Stack>
        <p>{t('issued.text', { name: issued.name })}</p>
        <DefinitionList
          items={[
            [t('issued.login'), issued.login],
            [t('issued.password'), <code key="password">{issued.password}</code>],
          ]}
        />
        <CopyButton text={issued.password} />
      </Stack>
    </Notice>
  );
};

/** What an action answered, as far as it is a password to show. */
export const issuedIn = (answer: unknown): IssuedPassword | null =>
  typeof answer === 'object' && answer !== null && 'issued' in answer ? (answer.issued as IssuedPassword | null) : null;
