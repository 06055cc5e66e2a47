import { useTranslation } from 'react-i18next';
import { formatDays } from '~/i18n/format';
import classes from './home.module.css';
import { MetricFigure, type MetricView } from './metric-figure';
import { Section } from './page';
import { useLanguage } from './use-words';

export interface HomePeriod {
  id: string;
  code: string;
  nameZh: string;
  nameEn: string;
  startsOn: string;
  endsOn: string | null;
  metrics: MetricView[];
}

/** What the plan promises, and where each period stands. */
export const HomeProgress = ({ periods }: { periods: readonly HomePeriod[] }) => {
  const { t } = useTranslation('home');
  return (
    <>
      <section className={classes.plan} aria-label={t('plan.title')}>
        <blockquote>{t('plan.quote')}</blockquote>
        <p>{t('plan.source')}</p>
        <p>{t('plan.owner')}</p>
      </section>
      {periods.map((period) => (
        <PeriodFigures key={period.id} period={period} />
      ))}
    </>
  );
};

const PeriodFigures = ({ period }: { period: HomePeriod }) => {
  const { t } = useTranslation('goal');
  const language = useLanguage();
  const days = period.endsOn ? formatDays(period.startsOn, period.endsOn, language) : t('targets.openEnd', { from: period.startsOn });
  return (
    <Section title={language === 'en' ? period.nameEn : period.nameZh} intro={days}>
      <div className={classes.figures}>
        {period.metrics.map((view) => (
          <MetricFigure key={view.metric} view={view} />
        ))}
      </div>
    </Section>
  );
};
