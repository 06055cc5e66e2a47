import { useTranslation } from 'react-i18next';
import { ConfirmForm } from './confirm-form';
import { NumberField, SelectField } from './fields';
import { Section } from './page';

/** What no document settles and the city sets: from when a figure is stale, and whether licensed institutions are taken in. */
export const RateSettings = ({ coverage, licensed }: { coverage: number; licensed: boolean }) => {
  const { t } = useTranslation('rate');
  return (
    <Section title={t('settings.title')} intro={t('settings.intro')}>
      <p>{t('staleNote', { percent: coverage })}</p>
      <ConfirmForm name="coverage" label={t('settings.coverageChange')} values={{ key: 'rate_coverage_percent' }} reason={false}>
        <NumberField name="value" label={t('settings.coverage')} defaultValue={coverage} maxLength={3} />
      </ConfirmForm>
      <p>{t(licensed ? 'settings.licensedOn' : 'settings.licensedOff')}</p>
      <ConfirmForm
        name="licensed"
        label={t('settings.licensedChange')}
        explanation={t('settings.licensedText')}
        values={{ key: 'rate_counts_licensed' }}
        reason={false}
      >
        <SelectField
          name="value"
          label={t('settings.licensed')}
          defaultValue={licensed ? '1' : '0'}
          options={[
            { value: '0', label: t('settings.no') },
            { value: '1', label: t('settings.yes') },
          ]}
        />
      </ConfirmForm>
    </Section>
  );
};
