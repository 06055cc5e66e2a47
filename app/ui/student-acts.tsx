import { useTranslation } from 'react-i18next';
import type { StudentStatus } from '~/domain/talent/programme';
import { SubmitButton } from './button';
import { ConfirmForm } from './confirm-form';
import { DateField, SelectField } from './fields';
import { Form, FormActions } from './form';
import { Section, Stack } from './page';
import { type OwnPoint, StudentFields } from './student-fields';

interface Props {
  student: { status: StudentStatus; pointId: string; studentNo: string; className: string; enrolledOn: string };
  points: readonly OwnPoint[];
  today: string;
}

/** What a college does with an entry: mends it, ends it, takes it back. */
export const StudentActs = ({ student, points, today }: Props) => {
  const { t } = useTranslation('funnel');
  return (
    <>
      <Section title={t('student.end.title')}>
        {student.status === 'studying' ? (
          <Form name="end">
            <Stack>
              <SelectField
                name="status"
                label={t('student.end.status')}
                options={(['graduated', 'left'] as const).map((value) => ({ value, label: t(`student.end.${value}`) }))}
              />
              <DateField name="endedOn" label={t('student.end.on')} max={today} />
            </Stack>
            <FormActions>
              <SubmitButton intent="end">{t('student.end.save')}</SubmitButton>
            </FormActions>
          </Form>
        ) : (
          <ConfirmForm
            intent="reinstate"
            label={t('student.end.reinstate')}
            explanation={t('student.end.reinstateExplain')}
            reason={false}
          />
        )}
      </Section>
      <Section title={t('student.correct.title')} intro={t('student.correct.intro')}>
        <Form name="correct">
          <Stack>
            <StudentFields points={points} values={student} />
          </Stack>
          <FormActions>
            <SubmitButton intent="correct" emphasis="second">
              {t('student.correct.save')}
            </SubmitButton>
          </FormActions>
        </Form>
        <ConfirmForm intent="remove" label={t('student.remove.label')} explanation={t('student.remove.explain')} danger />
      </Section>
    </>
  );
};
