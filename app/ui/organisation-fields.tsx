import { useTranslation } from 'react-i18next';
import { DISTRICTS } from '~/domain/organisation/districts';
import { LEGAL_NATURES } from '~/domain/organisation/organisation';
import { SelectField, TextField } from './fields';
import { useLanguage } from './use-words';

export interface OrganisationValues {
  name: string;
  uscc: string | null;
  legalNature: string | null;
  districtCode: string | null;
  address: string | null;
}

/** The districts and, where it may be, the city level. */
export const useAreas = (withCity: boolean) => {
  const { t } = useTranslation('organisation');
  const language = useLanguage();
  return [
    ...DISTRICTS.map(({ code, zh, en }) => ({ value: code, label: language === 'en' ? en : zh })),
    ...(withCity ? [{ value: 'city', label: t('cityLevel') }] : []),
  ];
};

export const useDistrictName = () => {
  const { t } = useTranslation('organisation');
  const language = useLanguage();
  return (code: string | null): string => {
    const found = DISTRICTS.find((district) => district.code === code);
    return found ? (language === 'en' ? found.en : found.zh) : t('cityLevel');
  };
};

/** Name, credit code, legal nature, area and address. */
export const OrganisationFields = ({ values, withCity = true }: { values?: OrganisationValues; withCity?: boolean }) => {
  const { t } = useTranslation('organisation');
  return (
    <>
      <TextField name="name" label={t('field.name')} defaultValue={values?.name} maxLength={100} autoComplete="organization" />
      <TextField name="uscc" label={t('field.uscc')} hint={t('facts.usccHint')} defaultValue={values?.uscc} maxLength={40} />
      <SelectField
        name="legalNature"
        label={t('facts.legalNature')}
        defaultValue={values?.legalNature}
        options={LEGAL_NATURES.map((value) => ({ value, label: t(`legalNature.${value}`) }))}
      />
      <SelectField
        name="area"
        label={t('field.district')}
        hint={t('facts.areaHint')}
        defaultValue={values ? (values.districtCode ?? 'city') : undefined}
        options={useAreas(withCity)}
      />
      <TextField name="address" label={t('field.address')} defaultValue={values?.address} maxLength={200} />
    </>
  );
};
