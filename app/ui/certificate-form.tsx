import { useTranslation } from 'react-i18next';
import { COPY_ACCEPT, MAX_COPY_BYTES } from '~/domain/certificate/copy-file';
import { SubmitButton } from './button';
import { CheckboxField } from './choice-fields';
import { DateField, SelectField, TextArea, TextField } from './fields';
import { FileField } from './file-field';
import { Form, FormActions } from './form';
import { type CertificateFormProps, NamingFields } from './naming-fields';
import { Stack } from './page';
import { TitleFields } from './title-fields';
import { useWords } from './use-words';

const HINTED = ['hrss_skill_level', 'hrss_vocational_qualification', 'x_certificate'] as const;

/** The fields that a kind of certificate has, with its photo; two buttons: hand in, or keep as a draft. */
export function CertificateForm(props: CertificateFormProps) {
  const { certificateId, family, levels, today, values = {}, engagementId = '', replacesId = '', forStaff } = props;
  const { t } = useTranslation('certificate');
  const words = useWords();
  const hint = HINTED.find((each) => each === family) ?? 'other';
  return (
    <Form name="entry" multipart>
      <input type="hidden" name="certificateId" value={certificateId} />
      <input type="hidden" name="family" value={family} />
      <input type="hidden" name="engagement" value={engagementId} />
      <input type="hidden" name="replaces" value={replacesId} />
      {family === 'professional_title' && <TitleFields series={values.titleSeries} level={values.titleLevel} />}
      <NamingFields {...props} />
      {levels.length > 0 && (
        <SelectField
          name="level"
          label={t('field.level')}
          defaultValue={values.level}
          options={levels.map((value) => ({ value, label: words(`certificate:level.${value}`) }))}
        />
      )}
      <TextField name="number" label={t('field.number')} hint={t(`field.numberHint.${hint}`)} defaultValue={values.number} maxLength={80} />
      {family !== 'x_certificate' && (
        <TextField name="issuer" label={t('field.issuer')} hint={t('field.issuerHint')} defaultValue={values.issuer} maxLength={100} />
      )}
      <DateField name="issuedOn" label={t('field.issuedOn')} defaultValue={values.issuedOn} max={today} />
      <DateField
        name="validUntil"
        label={t('field.validUntil')}
        hint={t('field.validUntilHint')}
        defaultValue={values.validUntil}
        optional
      />
      <FileField name="file" label={t('field.file')} accept={COPY_ACCEPT} maxBytes={MAX_COPY_BYTES} />
      <Stack tight>
        <small>{t('field.fileHint')}</small>
        <CheckboxField
          name="consent"
          label={t(forStaff ? 'field.consentInstitution' : 'field.consent')}
          hint={forStaff ? undefined : t('field.consentHint')}
        />
      </Stack>
      <TextArea name="remark" label={t('field.remark')} defaultValue={values.remark} rows={2} maxLength={300} optional />
      <FormActions>
        <SubmitButton intent="submit">{t('entry.submit')}</SubmitButton>
        <SubmitButton intent="save" emphasis="second">
          {t('entry.saveDraft')}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
