import { useTranslation } from 'react-i18next';
import { ATTACHMENT_ACCEPT, MAX_ATTACHMENT_BYTES } from '~/domain/course/attachment';
import { AttachmentList, type AttachmentRow } from './attachment-list';
import { SubmitButton } from './button';
import { FileField } from './file-field';
import { Form, FormActions } from './form';
import { Section } from './page';

interface CourseAttachmentsProps {
  courseId: string;
  files: readonly AttachmentRow[];
  editable: boolean;
}

/** The files of a draft, with a form to add and buttons to remove. */
export const CourseAttachments = ({ courseId, files, editable }: CourseAttachmentsProps) => {
  const { t } = useTranslation('course');
  const remove = (file: AttachmentRow) => (
    <Form name={`remove-${file.id}`}>
      <input type="hidden" name="attachmentId" value={file.id} />
      <SubmitButton intent="removeAttachment" emphasis="quiet" small>
        {t('attachment.remove', { name: file.fileName })}
      </SubmitButton>
    </Form>
  );
  return (
    <Section title={t('attachment.title')} intro={t('attachment.intro')} id="attachments">
      <AttachmentList courseId={courseId} files={files} tools={editable ? remove : undefined} />
      {editable && (
        <Form name="attachment" multipart>
          <FileField name="file" label={t('attachment.file')} accept={ATTACHMENT_ACCEPT} maxBytes={MAX_ATTACHMENT_BYTES} />
          <FormActions>
            <SubmitButton intent="addAttachment" emphasis="second">
              {t('attachment.upload')}
            </SubmitButton>
          </FormActions>
        </Form>
      )}
    </Section>
  );
};
