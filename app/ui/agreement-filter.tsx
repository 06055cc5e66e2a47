import { useTranslation } from 'react-i18next';
import { DISTRICTS } from '~/domain/organisation/districts';
import { AGREEMENT_PHASES, AGREEMENT_SCOPES, type AgreementPhase, type AgreementScope } from '~/domain/talent/cooperation';
import { SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';
import { useDistrictName } from './use-district-name';

interface AgreementSearch {
  phase?: AgreementPhase;
  scope?: AgreementScope;
  district?: string;
  q: string;
}

export const AgreementFilter = ({ search, districts = false }: { search: AgreementSearch; districts?: boolean }) => {
  const { t } = useTranslation('programme');
  const districtName = useDistrictName();
  return (
    <FilterBar>
      <SelectField
        name="phase"
        label={t('agreements.phase')}
        optional
        defaultValue={search.phase}
        options={AGREEMENT_PHASES.map((value) => ({ value, label: t(`phase.${value}`) }))}
      />
      <SelectField
        name="scope"
        label={t('agreements.scopes')}
        optional
        defaultValue={search.scope}
        options={AGREEMENT_SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
      />
      {districts && (
        <SelectField
          name="district"
          label={t('agreements.district')}
          optional
          defaultValue={search.district}
          options={DISTRICTS.map(({ code }) => ({ value: code, label: districtName(code) }))}
        />
      )}
      <TextField name="q" label={t('agreements.search')} type="search" optional defaultValue={search.q} maxLength={60} />
    </FilterBar>
  );
};
