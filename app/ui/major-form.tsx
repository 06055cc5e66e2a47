import { useTranslation } from 'react-i18next';
import { MAJOR_LEVELS, type MajorLevel } from '~/domain/talent/programme';
import { SubmitButton } from './button';
import { CheckboxField } from './choice-fields';
import { SelectField, TextArea, TextField } from './fields';
import { Form, FormActions } from './form';

interface MajorFormProps {
  values?: {
    code: string | null;
    nameZh: string;
    nameEn: string;
    level: MajorLevel;
    childcareRelated: boolean;
    source: string;
    isActive: boolean;
  };
  submit: string;
}

/** An entry of the catalogue of majors. */
export const MajorForm = ({ values, submit }: MajorFormProps) => {
  const { t } = useTranslation('programme');
  return (
    <Form columns>
      <TextField name="nameZh" label={t('majors.nameZh')} defaultValue={values?.nameZh} maxLength={60} />
      <TextField name="nameEn" label={t('majors.nameEn')} optional defaultValue={values?.nameEn} maxLength={120} />
      <SelectField
        name="level"
        label={t('majors.level')}
        defaultValue={values?.level}
        options={MAJOR_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      <TextField name="code" label={t('majors.code')} hint={t('majors.codeHint')} optional defaultValue={values?.code} maxLength={12} />
      <TextArea
        name="source"
        label={t('majors.source')}
        hint={t('majors.sourceHint')}
        defaultValue={values?.source}
        rows={3}
        maxLength={300}
      />
      <CheckboxField
        name="childcareRelated"
        label={t('majors.related')}
        hint={t('majors.relatedHint')}
        defaultChecked={values?.childcareRelated ?? false}
      />
      <CheckboxField name="isActive" label={t('majors.active')} hint={t('majors.activeHint')} defaultChecked={values?.isActive ?? true} />
      <FormActions>
        <SubmitButton>{submit}</SubmitButton>
      </FormActions>
    </Form>
  );
};
