import { useTranslation } from 'react-i18next';
import { formatDays } from '~/i18n/format';
import { EmptyState } from './empty-state';
import classes from './home.module.css';
import { MetricFigure, type MetricView } from './metric-figure';
import { Stack } from './page';
import { useLanguage } from './use-words';

interface Period {
  id: string;
  nameZh: string;
  nameEn: string;
  startsOn: string;
  endsOn: string | null;
}

/** The figures of every period, one under the other, each under its name and days. */
export const PeriodFigures = ({ views }: { views: readonly { period: Period; view: MetricView }[] }) => {
  const { t } = useTranslation('goal');
  const language = useLanguage();
  const periods = [...new Map(views.map(({ period }) => [period.id, period])).values()];
  if (periods.length === 0) return <EmptyState title={t('figures.noPeriod')}>{t('figures.noPeriodText')}</EmptyState>;
  return (
    <Stack>
      {periods.map((period) => (
        <section key={period.id} className={classes.period}>
          <h3>{language === 'en' ? period.nameEn : period.nameZh}</h3>
          <p>{period.endsOn ? formatDays(period.startsOn, period.endsOn, language) : t('targets.openEnd', { from: period.startsOn })}</p>
          <div className={classes.figures}>
            {views
              .filter((each) => each.period.id === period.id)
              .map(({ view }) => (
                <MetricFigure key={view.metric} view={view} />
              ))}
          </div>
        </section>
      ))}
    </Stack>
  );
};
