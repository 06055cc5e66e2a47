import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { TextArea } from './fields';
import { FileField } from './file-field';
import { Form, FormActions } from './form';

/** What the institution has done about a finding, with photos. */
export const AnswerForm = ({ maxBytes }: { maxBytes: number }) => {
  const { t } = useTranslation('visit');
  return (
    <Form name="answer" multipart>
      <TextArea name="statement" label={t('finding.answerStatement')} hint={t('finding.answerHint')} rows={4} maxLength={1000} />
      <FileField name="file" label={t('finding.answerPhotos')} accept=".jpg,.jpeg,.png,.webp" maxBytes={maxBytes} multiple />
      <FormActions>
        <SubmitButton>{t('finding.answerSubmit')}</SubmitButton>
      </FormActions>
    </Form>
  );
};
