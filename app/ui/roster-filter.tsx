import { useTranslation } from 'react-i18next';
import { DISTRICTS } from '~/domain/organisation/districts';
import { FRESHNESSES, type Freshness } from '~/domain/person/roster';
import { ConfirmForm } from './confirm-form';
import { NumberField, SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';
import { Section } from './page';
import { useDistrictName } from './use-district-name';

export const RosterFilter = ({
  filter,
  byDistrict,
}: {
  filter: { district: string; q: string; freshness?: Freshness };
  byDistrict: boolean;
}) => {
  const { t } = useTranslation('roster');
  const districtName = useDistrictName();
  return (
    <FilterBar>
      {byDistrict && (
        <SelectField
          name="district"
          label={t('rosters.district')}
          optional
          placeholder={t('rosters.anyDistrict')}
          defaultValue={filter.district}
          options={DISTRICTS.map(({ code }) => ({ value: code, label: districtName(code) }))}
        />
      )}
      <TextField name="q" label={t('rosters.search')} type="search" optional defaultValue={filter.q} maxLength={100} />
      <SelectField
        name="freshness"
        label={t('rosters.freshness')}
        optional
        placeholder={t('rosters.anyFreshness')}
        defaultValue={filter.freshness}
        options={FRESHNESSES.map((value) => ({ value, label: t(`freshness.${value}`) }))}
      />
    </FilterBar>
  );
};

/** The city sets after how many days a roster is stale. */
export const RosterDays = ({ days }: { days: number }) => {
  const { t } = useTranslation('roster');
  return (
    <Section title={t('rosters.days')} intro={t('rosters.daysIntro', { days })}>
      <ConfirmForm name="days" label={t('rosters.daysChange')} reason={false}>
        <NumberField name="value" label={t('rosters.daysField')} defaultValue={days} maxLength={3} />
      </ConfirmForm>
    </Section>
  );
};
