import { useTranslation } from 'react-i18next';
import { ConfirmForm } from './confirm-form';
import { Section } from './page';

/** Once the cause of a difference is known, the city has everybody worked out anew. */
export const RateRebuild = () => {
  const { t } = useTranslation('rate');
  return (
    <Section title={t('recount.ofRate')} intro={t('recount.mend')}>
      <ConfirmForm label={t('recount.rebuild')} explanation={t('recount.rebuildText')} name="rebuild" />
    </Section>
  );
};
