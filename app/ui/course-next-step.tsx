import { useTranslation } from 'react-i18next';
import type { CourseStatus } from '~/domain/course/course';
import type { CoursePart } from '~/domain/course/readiness';
import { paths } from '~/web/paths';
import { SubmitButton } from './button';
import { Form } from './form';
import { NextStep } from './next-step';
import { usePunctuation } from './use-punctuation';
import { useReviewer } from './use-reviewer';

interface CourseNextStepProps {
  course: { id: string; status: CourseStatus; decisionDueOn: string | null };
  districtCode: string | null;
  missing: readonly CoursePart[];
}

/** What the provider must do next with a course, and the button for it. */
export const CourseNextStep = ({ course, districtCode, missing }: CourseNextStepProps) => {
  const { t } = useTranslation('course');
  const marks = usePunctuation();
  const reviewer = useReviewer();
  const edit = { to: paths.editCourse(course.id), action: t('manage.edit') };
  const button = (intent: 'submit' | 'publish', label: string) => (
    <Form name={intent}>
      <SubmitButton intent={intent} emphasis="second">
        {label}
      </SubmitButton>
    </Form>
  );
  switch (course.status) {
    case 'draft':
    case 'returned': {
      if (missing.length > 0)
        return (
          <NextStep {...edit}>{t('manage.nextMissing', { parts: missing.map((part) => t(`part.${part}`)).join(marks.list) })}</NextStep>
        );
      if (course.status === 'returned') return <NextStep {...edit}>{t('manage.nextReturned')}</NextStep>;
      return <NextStep control={button('submit', t('manage.submit'))}>{t('manage.nextReady')}</NextStep>;
    }
    case 'submitted':
      return <NextStep>{t('manage.nextSubmitted', { reviewer: reviewer(districtCode), date: course.decisionDueOn ?? '' })}</NextStep>;
    case 'approved':
      return <NextStep control={button('publish', t('manage.publish'))}>{t('manage.nextApproved')}</NextStep>;
    case 'published':
      return (
        <NextStep to={paths.newClass({ course: course.id })} action={t('manage.openClass')}>
          {t('manage.nextPublished')}
        </NextStep>
      );
    case 'archived':
      return <NextStep>{t('manage.nextArchived')}</NextStep>;
  }
};
