import { useTranslation } from 'react-i18next';
import { formatDateTime, formatPercent } from '~/i18n/format';
import { ConfirmForm } from './confirm-form';
import { type FeedbackRow, pointsOf } from './feedback-table';
import { NumberField } from './fields';
import figure from './figure.module.css';
import { Section } from './page';

/** The one number, with how many stand behind it, its rule and its moment. */
export const FeedbackSum = ({ sum, asOf }: { sum: FeedbackRow & { hidden: number }; asOf: string }) => {
  const { t } = useTranslation('feedback');
  const { overall, answers, classes, invited } = sum;
  return (
    <div className={figure.figure}>
      <p className={figure.label}>{t('city.overall')}</p>
      <span className={figure.amount}>
        <span className={figure.number}>{pointsOf(overall)}</span>
        {overall !== null && <span className={figure.unit}>{t('city.unit')}</span>}
      </span>
      <p className={figure.beside}>
        {answers === 0 ? t('city.none') : t('city.beside', { answers, classes, percent: formatPercent(answers, invited) })}
      </p>
      {sum.hidden > 0 && <p className={figure.beside}>{t('city.hidden', { count: sum.hidden })}</p>}
      <p className={figure.meta}>{t('city.rule', { at: formatDateTime(asOf) })}</p>
    </div>
  );
};

/** How long a class may be rated: the city's to set. */
export const FeedbackDays = ({ days }: { days: number }) => {
  const { t } = useTranslation('feedback');
  return (
    <Section title={t('setting.title')} intro={t('setting.intro')}>
      <ConfirmForm name="days" label={t('setting.now', { days })} reason={false}>
        <NumberField name="value" label={t('setting.days')} defaultValue={days} maxLength={3} />
      </ConfirmForm>
    </Section>
  );
};
