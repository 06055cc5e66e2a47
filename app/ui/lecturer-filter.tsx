import { useTranslation } from 'react-i18next';
import { LECTURER_FIELDS, LECTURER_KINDS } from '~/domain/lecturer/lecturer';
import { DISTRICTS } from '~/domain/organisation/districts';
import { SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';
import { useLanguage } from './use-words';

/** The conditions of a list of lecturers; `keep` travels along with them. */
export const LecturerFilter = ({ keep, byDistrict }: { keep: Readonly<Record<string, string>>; byDistrict: boolean }) => {
  const { t } = useTranslation('lecturer');
  const language = useLanguage();
  return (
    <FilterBar keep={keep}>
      <TextField name="q" label={t('list.search')} type="search" optional maxLength={60} />
      <SelectField
        name="field"
        label={t('field.fields')}
        optional
        options={LECTURER_FIELDS.map((value) => ({ value, label: t(`fields.${value}`) }))}
      />
      <SelectField
        name="kind"
        label={t('field.kind')}
        optional
        options={LECTURER_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      {byDistrict && (
        <SelectField
          name="district"
          label={t('field.district')}
          optional
          options={[
            { value: 'city', label: t('list.cityLevel') },
            ...DISTRICTS.map((district) => ({ value: district.code, label: language === 'en' ? district.en : district.zh })),
          ]}
        />
      )}
    </FilterBar>
  );
};
