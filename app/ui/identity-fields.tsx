import { useTranslation } from 'react-i18next';
import { ID_TYPES } from '~/domain/shared/identity';
import { SelectField, TextField } from './fields';

/** Name, document type and number, as on the document. */
export const IdentityFields = () => {
  const { t } = useTranslation('person');
  return (
    <>
      <TextField name="name" label={t('field.name')} autoComplete="name" maxLength={100} />
      <SelectField
        name="idType"
        label={t('field.idType')}
        defaultValue="resident_id"
        options={ID_TYPES.map((value) => ({ value, label: t(`idType.${value}`) }))}
      />
      <TextField name="idNumber" label={t('field.idNumber')} hint={t('staff.idHint')} maxLength={40} />
    </>
  );
};
