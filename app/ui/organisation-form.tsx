import { useTranslation } from 'react-i18next';
import { COURSE_CATEGORIES } from '~/domain/course/course';
import { CREATABLE_KINDS, FILING_STATUSES, OPERATOR_TYPES } from '~/domain/organisation/organisation';
import { CheckboxGroup, RadioGroup } from './choice-fields';
import { DateField, NumberField, SelectField, TextField } from './fields';
import type { OrganisationValues } from './organisation-fields';

export interface OfficialValues extends OrganisationValues {
  siteNo: number;
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
  operatorType: string | null;
  filingStatus: string | null;
  filedOn: string | null;
  categories: readonly string[];
}

export const KindChoice = ({ chosen }: { chosen?: string }) => {
  const { t } = useTranslation('organisation');
  return (
    <RadioGroup
      name="kind"
      label={t('field.kind')}
      defaultValue={chosen}
      options={CREATABLE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
    />
  );
};

export const ContactFields = ({ values }: { values?: OfficialValues }) => {
  const { t } = useTranslation('organisation');
  return (
    <>
      <TextField name="contactName" label={t('field.contact')} defaultValue={values?.contactName} maxLength={100} />
      <TextField
        name="contactPhone"
        label={t('field.phone')}
        hint={t('facts.contactHint')}
        type="tel"
        defaultValue={values?.contactPhone}
        maxLength={40}
      />
      <TextField name="contactEmail" label={t('facts.email')} type="email" optional defaultValue={values?.contactEmail} maxLength={200} />
    </>
  );
};

/** What only institutions have: filing and operator type. */
export const InstitutionFields = ({ values }: { values?: OfficialValues }) => {
  const { t } = useTranslation(['organisation', 'common']);
  const choose = t('common:action.choose');
  return (
    <>
      <SelectField
        name="operatorType"
        label={t('field.operatorType')}
        placeholder={choose}
        defaultValue={values?.operatorType}
        options={OPERATOR_TYPES.map((value) => ({ value, label: t(`operatorType.${value}`) }))}
      />
      <SelectField
        name="filingStatus"
        label={t('field.filingStatus')}
        placeholder={choose}
        defaultValue={values?.filingStatus}
        options={FILING_STATUSES.map((value) => ({ value, label: t(`filingStatus.${value}`) }))}
      />
      <DateField name="filedOn" label={t('field.filedOn')} optional defaultValue={values?.filedOn} />
      {values && <DateField name="changedFrom" label={t('facts.changedFrom')} hint={t('facts.changedFromHint')} optional />}
      <NumberField name="siteNo" label={t('facts.siteNo')} hint={t('facts.siteNoHint')} defaultValue={values?.siteNo ?? 1} maxLength={3} />
    </>
  );
};

export const CategoryFields = ({ label, categories }: { label: string; categories?: readonly string[] }) => {
  const { t } = useTranslation('course');
  return (
    <CheckboxGroup
      name="categories[]"
      label={label}
      defaultValue={categories}
      options={COURSE_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
    />
  );
};
