import type { MetaFunction } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { PRIVACY_VERSION } from '~/domain/account/account';
import { Page, Section, Stack } from '~/ui/page';
import { titleFrom } from '~/ui/title';

export const meta: MetaFunction = (args) => titleFrom(args, 'common:privacy.title');

const PARTS = ['collect', 'use', 'protect', 'share', 'keep', 'rights', 'law'] as const;

export default function Privacy() {
  const { t } = useTranslation();
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')} width="narrow">
      <Section intro={t('privacy.version', { version: PRIVACY_VERSION, date: `${PRIVACY_VERSION}-01` })}>
        {PARTS.map((part) => (
          <Stack key={part} tight>
            <h2>{t(`privacy.${part}Title`)}</h2>
            <p>{t(`privacy.${part}`)}</p>
          </Stack>
        ))}
      </Section>
    </Page>
  );
}
