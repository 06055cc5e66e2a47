import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { POINT_SHOWN, type PointShown } from '~/domain/talent/programme';
import { SelectField } from './fields';
import { FilterBar } from './filter-bar';

/** Years that a plan and its past are about. */
const BACK = 6;
const AHEAD = 2;

/** Points of which year, and which of them. */
export const YearFilter = ({
  year,
  thisYear,
  show,
  children,
}: {
  year: number;
  thisYear: number;
  show: PointShown;
  children?: ReactNode;
}) => {
  const { t } = useTranslation('programme');
  const years = Array.from({ length: BACK + AHEAD + 1 }, (_, at) => thisYear + AHEAD - at);
  return (
    <FilterBar>
      <SelectField
        name="year"
        label={t('points.year')}
        defaultValue={year}
        options={[...new Set([year, ...years])].sort((a, b) => b - a).map((value) => ({ value: String(value), label: String(value) }))}
      />
      <SelectField
        name="show"
        label={t('points.show')}
        defaultValue={show}
        placeholder={t('shown.all')}
        options={POINT_SHOWN.filter((value) => value !== 'all').map((value) => ({ value, label: t(`shown.${value}`) }))}
      />
      {children}
    </FilterBar>
  );
};
