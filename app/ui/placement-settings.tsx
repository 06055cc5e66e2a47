import { useTranslation } from 'react-i18next';
import { ConfirmForm } from './confirm-form';
import { NumberField } from './fields';
import { Row, Section } from './page';
import { usePunctuation } from './use-punctuation';

type Key = 'placement_staff_percent' | 'placement_post_percent' | 'placement_months' | 'placement_log_days' | 'placement_check_days';

/** Numbers that no document fixes for good; the city changes them, others read them. */
export const PlacementSettings = ({ settings, mayChange }: { settings: readonly { key: Key; value: number }[]; mayChange: boolean }) => {
  const { t } = useTranslation('placement');
  const marks = usePunctuation();
  return (
    <Section title={t('city.settings')} intro={t('city.settingsText')}>
      <ul>
        {settings.map(({ key, value }) => (
          <li key={key}>
            {t(`city.setting.${key}`)}
            {marks.colon}
            <strong className="numeric">{value}</strong>
          </li>
        ))}
      </ul>
      {mayChange && (
        <Row>
          {settings.map(({ key, value }) => (
            <ConfirmForm
              key={key}
              name={key}
              intent="setting"
              label={t('city.change', { name: t(`city.setting.${key}`) })}
              values={{ key }}
              reason={false}
            >
              <NumberField name="value" label={t(`city.setting.${key}`)} defaultValue={value} maxLength={3} />
            </ConfirmForm>
          ))}
        </Row>
      )}
    </Section>
  );
};
