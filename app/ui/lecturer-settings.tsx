import { useTranslation } from 'react-i18next';
import { ConfirmForm } from './confirm-form';
import { NumberField } from './fields';
import { Row, Section } from './page';

/** Two numbers of practice that the city sets for the registry. */
export const LecturerSettings = ({ years, days }: { years: number; days: number }) => {
  const { t } = useTranslation('lecturer');
  const settings = [
    { key: 'lecturer_approval_years', label: t('setting.years'), now: t('setting.yearsNow', { value: years }), value: years },
    { key: 'lecturer_lapsing_days', label: t('setting.days'), now: t('setting.daysNow', { value: days }), value: days },
  ];
  return (
    <Section title={t('setting.title')} intro={t('setting.intro')}>
      <Row>
        {settings.map(({ key, label, now, value }) => (
          <ConfirmForm key={key} name={key} label={now} values={{ key }} reason={false}>
            <NumberField name="value" label={label} defaultValue={value} maxLength={3} />
          </ConfirmForm>
        ))}
      </Row>
    </Section>
  );
};
