import { useTranslation } from 'react-i18next';
import type { CourseStatus } from '~/domain/course/course';
import { paths } from '~/web/paths';
import { LinkButton, SubmitButton } from './button';
import { ConfirmForm } from './confirm-form';
import { Form } from './form';
import { Row } from './page';

interface CourseActionsProps {
  course: { id: string; status: CourseStatus; publishedAt: Date | null; currentSyllabusId: string | null };
}

/** What else the provider may do with a course in its state. */
export const CourseActions = ({ course: { id, status, publishedAt, currentSyllabusId } }: CourseActionsProps) => {
  const { t } = useTranslation('course');
  const settled = status === 'approved' || status === 'published';
  return (
    <Row>
      {status === 'draft' && (
        <LinkButton to={paths.editCourse(id)} emphasis="second">
          {t('manage.edit')}
        </LinkButton>
      )}
      {status === 'returned' && (
        <Form name="submit">
          <SubmitButton intent="submit" emphasis="second">
            {t('manage.submit')}
          </SubmitButton>
        </Form>
      )}
      {currentSyllabusId && status !== 'archived' && status !== 'published' && (
        <LinkButton to={paths.newClass({ course: id })} emphasis="second">
          {t('manage.openClass')}
        </LinkButton>
      )}
      {publishedAt && status !== 'archived' && (
        <LinkButton to={paths.course(id)} emphasis="second">
          {t('manage.viewPublic')}
        </LinkButton>
      )}
      {status === 'submitted' && (
        <ConfirmForm name="recall" intent="recall" label={t('manage.recall')} explanation={t('manage.recallText')} reason={false} />
      )}
      {currentSyllabusId && (status === 'draft' || status === 'returned') && (
        <ConfirmForm name="drop" intent="drop" label={t('manage.drop')} explanation={t('manage.dropText')} reason={false} danger />
      )}
      {settled && (
        <ConfirmForm name="revise" intent="revise" label={t('manage.revise')} explanation={t('manage.reviseText')} reason={false} />
      )}
      {settled && <ConfirmForm name="archive" intent="archive" label={t('manage.archive')} explanation={t('manage.archiveText')} danger />}
    </Row>
  );
};
