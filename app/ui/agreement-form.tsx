import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { COPY_ACCEPT, MAX_COPY_BYTES } from '~/domain/certificate/copy-file';
import { AGREEMENT_SCOPES, type AgreementScope } from '~/domain/talent/cooperation';
import { SubmitButton } from './button';
import { CheckboxGroup } from './choice-fields';
import { DateField, TextArea, TextField } from './fields';
import { FileField } from './file-field';
import { Form, FormActions } from './form';
import { usePunctuation } from './use-punctuation';

interface AgreementFormProps {
  institution: { id: string; name: string };
  /** Where another institution is looked for; an agreement that was handed in keeps its own. */
  other?: string;
  renewsId?: string;
  values?: Partial<{
    number: string;
    scopes: readonly AgreementScope[];
    signedOn: string;
    fromOn: string;
    untilOn: string;
    remark: string;
    fileName: string | null;
  }>;
  submit: string;
  intent?: string;
}

export const AgreementForm = ({ institution, other, renewsId, values, submit, intent }: AgreementFormProps) => {
  const { t } = useTranslation('programme');
  const marks = usePunctuation();
  return (
    <Form name={intent} multipart columns>
      <input type="hidden" name="institutionId" value={institution.id} />
      {renewsId && <input type="hidden" name="renewsId" value={renewsId} />}
      <p>
        {t('agreement.with')}
        {marks.colon}
        <strong>{institution.name}</strong> {other && <Link to={other}>{t('agreement.other')}</Link>}
      </p>
      <TextField name="number" label={t('agreements.number')} defaultValue={values?.number} maxLength={60} />
      <CheckboxGroup
        name="scopes[]"
        label={t('agreements.scopes')}
        defaultValue={values?.scopes}
        options={AGREEMENT_SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
      />
      <DateField name="signedOn" label={t('agreements.signedOn')} hint={t('agreement.signedHint')} defaultValue={values?.signedOn} />
      <DateField name="fromOn" label={t('agreements.fromOn')} defaultValue={values?.fromOn} />
      <DateField name="untilOn" label={t('agreements.untilOn')} defaultValue={values?.untilOn} />
      <FileField name="file" label={t('agreements.file')} accept={COPY_ACCEPT} maxBytes={MAX_COPY_BYTES} />
      {values?.fileName && <p>{t('agreement.fileHint', { name: values.fileName })}</p>}
      <TextArea name="remark" label={t('agreements.remark')} optional defaultValue={values?.remark} rows={2} maxLength={500} />
      <FormActions>
        <SubmitButton intent={intent}>{submit}</SubmitButton>
      </FormActions>
    </Form>
  );
};
