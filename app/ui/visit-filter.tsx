import { useTranslation } from 'react-i18next';
import { DateField, SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';
import { useDistrictOptions } from './use-district-options';

interface VisitFilterProps {
  filter: {
    state: string;
    q: string;
    district?: string;
    organisation?: string;
    institution?: string;
    mine?: string;
    from?: string;
    until?: string;
  };
  organisations: readonly { id: string; name: string }[];
  /** Those who see more than one district. */
  byDistrict: boolean;
}

/** The conditions of the list of visits; the state is a tab. */
export const VisitFilter = ({ filter, organisations, byDistrict }: VisitFilterProps) => {
  const { t } = useTranslation('visit');
  const districts = useDistrictOptions();
  const keep = { state: filter.state, ...(filter.institution && { institution: filter.institution }) };
  return (
    <FilterBar keep={keep}>
      <TextField name="q" label={t('list.filterInstitution')} type="search" optional maxLength={60} />
      {byDistrict && <SelectField name="district" label={t('list.district')} options={districts} optional />}
      <SelectField
        name="organisation"
        label={t('list.organisation')}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      <SelectField name="mine" label={t('list.mine')} options={[{ value: '1', label: t('list.mineYes') }]} optional />
      <DateField name="from" label={t('list.from')} optional />
      <DateField name="until" label={t('list.until')} optional />
    </FilterBar>
  );
};
