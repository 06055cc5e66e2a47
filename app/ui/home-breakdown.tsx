import { useTranslation } from 'react-i18next';
import { METRICS } from '~/domain/goal/goal';
import { paths } from '~/web/paths';
import { ColumnChart } from './column-chart';
import { FigureTable } from './figure-table';
import classes from './home.module.css';
import type { HomePeriod } from './home-progress';
import { Section } from './page';
import { Tabs } from './tabs';
import { useLanguage } from './use-words';

interface Counted {
  personTimes: number;
  persons: number;
}

interface MonthsProps {
  periods: readonly HomePeriod[];
  selected: { id: string };
  months: readonly { month: string; values: readonly number[] }[];
}

export const HomeMonths = ({ periods, selected, months }: MonthsProps) => {
  const { t } = useTranslation(['home', 'goal']);
  const language = useLanguage();
  const tabs = periods.map(({ id, code, nameZh, nameEn }) => ({
    to: `${paths.home({ period: code })}#months`,
    label: language === 'en' ? nameEn : nameZh,
    current: id === selected.id,
  }));
  return (
    <Section title={t('home:months.title')} id="months">
      {tabs.length > 1 && <Tabs label={t('home:months.period')} tabs={tabs} />}
      <ColumnChart
        title={t('home:months.chart')}
        unit={t('home:months.unit')}
        series={METRICS.map((metric) => t(`goal:metricShort.${metric}`))}
        points={months.map(({ month, values }) => ({ key: month, label: month, values }))}
      />
    </Section>
  );
};

interface DistrictsProps {
  rows: readonly { code: string; zh: string | null; en: string | null; cells: readonly (Counted | null)[] }[];
  city: readonly Counted[];
}

export const HomeDistricts = ({ rows, city }: DistrictsProps) => {
  const { t } = useTranslation(['home', 'goal']);
  const language = useLanguage();
  const hidden = rows.some((row) => row.cells.some((cell) => cell === null));
  return (
    <Section title={t('home:districts.title')} intro={t('home:districts.intro')} id="districts">
      <FigureTable
        caption={t('home:districts.caption')}
        rowHeader={t('goal:figures.row.district')}
        groups={METRICS.map((metric) => t(`goal:metricShort.${metric}`))}
        rows={rows.map(({ code, zh, en, cells }) => ({
          key: code,
          label: (language === 'en' ? en : zh) ?? t('home:districts.none'),
          cells,
        }))}
        footer={{ key: 'city', label: t('home:districts.city'), cells: city }}
      />
      <div className={classes.notes}>
        <p>{t('home:notes.persons')}</p>
        {hidden && <p>{t('home:notes.masked')}</p>}
      </div>
    </Section>
  );
};
