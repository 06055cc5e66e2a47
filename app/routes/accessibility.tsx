import type { MetaFunction } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { Page, Section, Stack } from '~/ui/page';
import { titleFrom } from '~/ui/title';

export const meta: MetaFunction = (args) => titleFrom(args, 'common:accessibility.title');

const PARTS = ['standard', 'keyboard', 'type', 'reader', 'help'] as const;

export default function Accessibility() {
  const { t } = useTranslation();
  return (
    <Page title={t('accessibility.title')} lead={t('accessibility.lead')} width="narrow">
      <Section>
        {PARTS.map((part) => (
          <Stack key={part} tight>
            <h2>{t(`accessibility.${part}Title`)}</h2>
            <p>{t(`accessibility.${part}`)}</p>
          </Stack>
        ))}
      </Section>
    </Page>
  );
}
