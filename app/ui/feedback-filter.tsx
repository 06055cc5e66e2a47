import { useTranslation } from 'react-i18next';
import { DISTRICTS } from '~/domain/organisation/districts';
import { DateField, SelectField } from './fields';
import { FilterBar } from './filter-bar';
import { useLanguage } from './use-words';

/** Conditions of the overview of ratings. */
export const FeedbackFilter = ({ keep, byDistrict }: { keep: Readonly<Record<string, string>>; byDistrict: boolean }) => {
  const { t } = useTranslation('feedback');
  const language = useLanguage();
  return (
    <FilterBar keep={keep}>
      {byDistrict && (
        <SelectField
          name="district"
          label={t('city.district')}
          optional
          options={[
            { value: 'city', label: t('city.cityLevel') },
            ...DISTRICTS.map((district) => ({ value: district.code, label: language === 'en' ? district.en : district.zh })),
          ]}
        />
      )}
      <DateField name="from" label={t('city.from')} optional />
      <DateField name="until" label={t('city.until')} optional />
    </FilterBar>
  );
};
