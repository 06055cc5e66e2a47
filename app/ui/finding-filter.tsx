import { useTranslation } from 'react-i18next';
import { FINDING_WEIGHTS } from '~/domain/health-care/visit';
import { SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';
import { useDistrictOptions } from './use-district-options';

interface FindingFilterProps {
  filter: { state: string; institution?: string };
  organisations: readonly { id: string; name: string }[];
  byDistrict: boolean;
}

export const FindingFilter = ({ filter, organisations, byDistrict }: FindingFilterProps) => {
  const { t } = useTranslation('visit');
  const districts = useDistrictOptions();
  const keep = { state: filter.state, ...(filter.institution && { institution: filter.institution }) };
  return (
    <FilterBar keep={keep}>
      <TextField name="q" label={t('findings.search')} type="search" optional maxLength={60} />
      {byDistrict && <SelectField name="district" label={t('findings.district')} options={districts} optional />}
      <SelectField
        name="weight"
        label={t('findings.weight')}
        options={FINDING_WEIGHTS.map((value) => ({ value, label: t(`weight.${value}`) }))}
        optional
      />
      <SelectField
        name="organisation"
        label={t('findings.organisation')}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
    </FilterBar>
  );
};
