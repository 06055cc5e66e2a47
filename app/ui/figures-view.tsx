import { useTranslation } from 'react-i18next';
import type { Metric } from '~/domain/goal/goal';
import { DISTRICTS } from '~/domain/organisation/districts';
import type { OperatorType } from '~/domain/organisation/organisation';
import { formatNumber, formatPercent } from '~/i18n/format';
import { AsOf } from './as-of';
import { EmptyState } from './empty-state';
import { SelectField } from './fields';
import { type FigureCell, FigureTable } from './figure-table';
import { FilterBar } from './filter-bar';
import classes from './home.module.css';
import { useDistrictName } from './use-district-name';
import { useLanguage } from './use-words';

type Dimension = 'district' | 'month' | 'operatorType';

interface Period {
  id: string;
  nameZh: string;
  nameEn: string;
}

/** Names the values of each dimension. */
const useNames = () => {
  const { t } = useTranslation(['goal', 'organisation']);
  const districtName = useDistrictName();
  return {
    district: districtName,
    month: (month: string) => month,
    operatorType: (type: string) => (type === 'none' ? t('goal:noOperator') : t(`organisation:operatorType.${type as OperatorType}`)),
  };
};

interface FilterProps {
  periods: readonly Period[];
  months: readonly string[];
  operatorTypes: readonly string[];
  by: Dimension;
  periodId: string;
}

export const FiguresFilter = ({ periods, months, operatorTypes, by, periodId }: FilterProps) => {
  const { t } = useTranslation('goal');
  const language = useLanguage();
  const names = useNames();
  const choices = (values: readonly string[], name: (value: string) => string) => values.map((value) => ({ value, label: name(value) }));
  return (
    <FilterBar>
      <SelectField
        name="period"
        label={t('figures.period')}
        defaultValue={periodId}
        options={periods.map(({ id, nameZh, nameEn }) => ({ value: id, label: language === 'en' ? nameEn : nameZh }))}
      />
      <SelectField
        name="by"
        label={t('figures.by.label')}
        defaultValue={by}
        options={(['district', 'month', 'operatorType'] as const).map((value) => ({ value, label: t(`figures.by.${value}`) }))}
      />
      <SelectField
        name="district"
        optional
        label={t('figures.filter.district')}
        options={choices([...DISTRICTS.map((district) => district.code), 'city'], names.district)}
      />
      <SelectField name="month" optional label={t('figures.filter.month')} options={choices(months, names.month)} />
      <SelectField
        name="operatorType"
        optional
        label={t('figures.filter.operatorType')}
        options={choices(operatorTypes, names.operatorType)}
      />
    </FilterBar>
  );
};

interface Counted extends Omit<FigureCell, 'detail'> {
  share: number | null;
}

interface FiguresProps {
  period: Period;
  by: Dimension;
  rows: readonly { value: string; cells: readonly Counted[] }[];
  total: readonly Counted[];
  metrics: readonly { metric: Metric; asOf: string | null; underCheck: boolean; waiting: boolean }[];
  groups: readonly Metric[];
}

export const FiguresOf = ({ period, by, rows, total, metrics, groups }: FiguresProps) => {
  const { t } = useTranslation('goal');
  const language = useLanguage();
  const names = useNames();
  const withShare = ({ share, ...cell }: Counted): FigureCell => ({
    ...cell,
    detail:
      share === null
        ? undefined
        : t('figures.share', { value: formatNumber(share, language), percent: formatPercent(cell.personTimes, share) }),
  });
  if (rows.length === 0) return <EmptyState title={t('figures.empty')} />;
  return (
    <>
      <FigureTable
        caption={t('figures.caption', { period: language === 'en' ? period.nameEn : period.nameZh })}
        rowHeader={t(`figures.row.${by}`)}
        groups={groups.map((metric) => t(`metricShort.${metric}`))}
        rows={rows.map(({ value, cells }) => ({ key: value, label: names[by](value), cells: cells.map(withShare) }))}
        footer={{ key: 'total', label: t('figures.sum'), cells: total.map(withShare) }}
      />
      <AsOf metrics={metrics} />
      <p className={classes.notes}>{t('figures.personsNote')}</p>
    </>
  );
};
