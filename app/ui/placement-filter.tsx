import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PLACEMENT_PHASES, type PlacementShown } from '~/domain/talent/placement';
import { PLACEMENT_WARNINGS, type PlacementWarning } from '~/domain/talent/placement/warnings';
import { SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';

interface PlacementFilterProps {
  filter: { q: string; shown: PlacementShown; warning?: PlacementWarning; year?: string };
  keep?: Readonly<Record<string, string>>;
  years: readonly string[];
  children?: ReactNode;
}

/** How a list of placements is narrowed. */
export const PlacementFilter = ({ filter, keep, years, children }: PlacementFilterProps) => {
  const { t } = useTranslation('placement');
  return (
    <FilterBar keep={keep}>
      <TextField name="q" label={t('filter.q')} type="search" optional defaultValue={filter.q} maxLength={100} />
      <SelectField
        name="shown"
        label={t('filter.shown')}
        defaultValue={filter.shown}
        options={[
          { value: 'current', label: t('shown.current') },
          { value: 'all', label: t('shown.all') },
          ...PLACEMENT_PHASES.map((value) => ({ value, label: t(`phase.${value}`) })),
          { value: 'accepted', label: t('shown.accepted') },
          { value: 'taken_on', label: t('shown.taken_on') },
        ]}
      />
      <SelectField
        name="warning"
        label={t('filter.warning')}
        optional
        defaultValue={filter.warning}
        options={PLACEMENT_WARNINGS.map((value) => ({ value, label: t(`warning.${value}`) }))}
      />
      <SelectField
        name="year"
        label={t('filter.year')}
        optional
        defaultValue={filter.year}
        options={years.map((value) => ({ value, label: value }))}
      />
      {children}
    </FilterBar>
  );
};
