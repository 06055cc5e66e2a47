import { useTranslation } from 'react-i18next';
import { X_LEVELS, type XLevel } from '~/domain/evaluation/evaluation';
import { SubmitButton } from './button';
import { CheckboxField, CheckboxGroup } from './choice-fields';
import { SelectField, TextArea, TextField } from './fields';
import { Form, FormActions } from './form';

interface KindFormProps {
  organisations: readonly { id: string; name: string }[];
  values?: {
    name: string;
    issuer: string;
    organisationId: string | null;
    levels: readonly XLevel[];
    childcareRelated: boolean;
    numberPrefix: string;
    source: string;
    isActive: boolean;
  };
  submit: string;
}

/** An entry of the catalogue of 1+X certificates. */
export const KindForm = ({ organisations, values, submit }: KindFormProps) => {
  const { t } = useTranslation('evaluation');
  return (
    <Form columns>
      <TextField name="name" label={t('field.kind')} defaultValue={values?.name} maxLength={60} />
      <TextField name="issuer" label={t('field.issuer')} defaultValue={values?.issuer} maxLength={100} />
      <CheckboxGroup
        name="levels[]"
        label={t('field.levels')}
        defaultValue={values?.levels ?? X_LEVELS}
        options={X_LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) }))}
      />
      <SelectField
        name="organisationId"
        label={t('field.organisation')}
        hint={t('kinds.organisationHint')}
        optional
        placeholder={t('kinds.notLinked')}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={values?.organisationId}
      />
      <TextField
        name="numberPrefix"
        label={t('field.prefix')}
        hint={t('kinds.prefixHint')}
        optional
        defaultValue={values?.numberPrefix}
        maxLength={20}
      />
      <TextArea
        name="source"
        label={t('field.source')}
        hint={t('kinds.sourceHint')}
        optional
        defaultValue={values?.source}
        rows={3}
        maxLength={300}
      />
      <CheckboxField name="childcareRelated" label={t('field.childcare')} defaultChecked={values?.childcareRelated ?? true} />
      <CheckboxField name="isActive" label={t('field.active')} hint={t('kinds.activeHint')} defaultChecked={values?.isActive ?? true} />
      <FormActions>
        <SubmitButton>{submit}</SubmitButton>
      </FormActions>
    </Form>
  );
};
