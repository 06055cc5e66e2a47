import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { CheckboxField } from './choice-fields';
import { NumberField, SelectField, TextField } from './fields';
import { Form, FormActions } from './form';
import { useAreas } from './organisation-fields';

interface SiteFormProps {
  colleges: readonly { id: string; name: string }[];
  values?: { name: string; districtCode: string; address: string; hostId: string | null; seats: number; isActive: boolean };
  submit: string;
}

export const SiteForm = ({ colleges, values, submit }: SiteFormProps) => {
  const { t } = useTranslation('evaluation');
  return (
    <Form columns>
      <TextField name="name" label={t('field.siteName')} defaultValue={values?.name} maxLength={60} />
      <SelectField name="districtCode" label={t('field.district')} options={useAreas(false)} defaultValue={values?.districtCode} />
      <TextField name="address" label={t('field.address')} defaultValue={values?.address} maxLength={200} />
      <NumberField name="seats" label={t('field.seats')} defaultValue={values?.seats} maxLength={4} />
      <SelectField
        name="hostId"
        label={t('field.host')}
        hint={t('sites.hostHint')}
        optional
        placeholder={t('kinds.no')}
        options={colleges.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={values?.hostId}
      />
      <CheckboxField name="isActive" label={t('field.active')} hint={t('sites.activeHint')} defaultChecked={values?.isActive ?? true} />
      <FormActions>
        <SubmitButton>{submit}</SubmitButton>
      </FormActions>
    </Form>
  );
};
