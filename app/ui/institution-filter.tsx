import { useTranslation } from 'react-i18next';
import type { InstitutionFilter } from '~/domain/organisation/institution';
import { FILING_STATUSES, OPERATOR_TYPES } from '~/domain/organisation/organisation';
import { SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';
import { useAreas } from './organisation-fields';

interface Props {
  filter: InstitutionFilter;
  streets: readonly string[];
  wholeCity: boolean;
}

/** Conditions of the officers' list of institutions. */
export const InstitutionFilterBar = ({ filter, streets, wholeCity }: Props) => {
  const { t } = useTranslation(['institution', 'organisation']);
  const areas = useAreas(false);
  return (
    <FilterBar>
      <TextField name="q" label={t('list.search')} type="search" optional defaultValue={filter.q} maxLength={100} />
      {wholeCity && (
        <SelectField
          name="district"
          label={t('fact.districtCode')}
          optional
          placeholder={t('list.allDistricts')}
          defaultValue={filter.district}
          options={areas}
        />
      )}
      {streets.length > 0 && (
        <SelectField
          name="street"
          label={t('list.street')}
          optional
          placeholder={t('list.allStreets')}
          defaultValue={filter.street}
          options={streets.map((value) => ({ value, label: value }))}
        />
      )}
      <SelectField
        name="filing"
        label={t('list.filing')}
        optional
        placeholder={t('list.allFilings')}
        defaultValue={filter.filing}
        options={FILING_STATUSES.map((value) => ({ value, label: t(`organisation:filingStatus.${value}`) }))}
      />
      <SelectField
        name="operator"
        label={t('list.operator')}
        optional
        placeholder={t('list.allOperators')}
        defaultValue={filter.operator}
        options={OPERATOR_TYPES.map((value) => ({ value, label: t(`organisation:operatorType.${value}`) }))}
      />
      <InclusiveField value={filter.inclusive} />
      <SelectField
        name="state"
        label={t('list.state')}
        optional
        placeholder={t('list.atWork')}
        defaultValue={filter.state}
        options={(['change_waits', 'closed', 'moved_away'] as const).map((value) => ({ value, label: t(`list.states.${value}`) }))}
      />
    </FilterBar>
  );
};

export const InclusiveField = ({ value }: { value?: 'yes' | 'no' }) => {
  const { t } = useTranslation('institution');
  return (
    <SelectField
      name="inclusive"
      label={t('list.inclusive')}
      optional
      placeholder={t('list.both')}
      defaultValue={value}
      options={[
        { value: 'yes', label: t('list.onlyInclusive') },
        { value: 'no', label: t('list.notInclusive') },
      ]}
    />
  );
};
