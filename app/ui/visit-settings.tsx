import { useTranslation } from 'react-i18next';
import { ConfirmForm } from './confirm-form';
import { NumberField, SelectField } from './fields';
import { Section, Stack } from './page';

interface VisitSettingsProps {
  intervalDays: number;
  announced: boolean;
  mendDays: number;
}

/** Numbers that no document gives and that the city sets. */
export const VisitSettings = ({ intervalDays, announced, mendDays }: VisitSettingsProps) => {
  const { t } = useTranslation('visit');
  const label = (key: 'visit_interval_days' | 'visit_announced' | 'finding_mend_days', now: string | number) =>
    t('setting.now', { name: t(`setting.${key}`), value: now });
  return (
    <Section title={t('setting.title')} intro={t('setting.intro')}>
      <Stack tight>
        <ConfirmForm
          name="interval"
          intent="setting"
          label={label('visit_interval_days', intervalDays)}
          values={{ key: 'visit_interval_days' }}
          reason={false}
        >
          <NumberField name="value" label={t('setting.visit_interval_days')} defaultValue={intervalDays} maxLength={3} />
        </ConfirmForm>
        <ConfirmForm
          name="mend"
          intent="setting"
          label={label('finding_mend_days', mendDays)}
          values={{ key: 'finding_mend_days' }}
          reason={false}
        >
          <NumberField name="value" label={t('setting.finding_mend_days')} defaultValue={mendDays} maxLength={3} />
        </ConfirmForm>
        <ConfirmForm
          name="announced"
          intent="setting"
          label={label('visit_announced', t(announced ? 'setting.yes' : 'setting.no'))}
          values={{ key: 'visit_announced' }}
          reason={false}
        >
          <SelectField
            name="value"
            label={t('setting.visit_announced')}
            defaultValue={announced ? '1' : '0'}
            options={[
              { value: '1', label: t('setting.yes') },
              { value: '0', label: t('setting.no') },
            ]}
          />
        </ConfirmForm>
      </Stack>
    </Section>
  );
};
