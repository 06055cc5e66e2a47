import { useTranslation } from 'react-i18next';
import type { CourseModule } from '~/domain/course/course';
import type { LessonDraft } from '~/domain/training-class/timetable';
import { formatHoursShort } from '~/i18n/format';
import { SubmitButton } from './button';
import { CheckboxField } from './choice-fields';
import { DateField, NumberField, TextField } from './fields';
import { Form, FormActions } from './form';
import classes from './form.module.css';
import type { LecturerOption } from './lecturer-choice';
import { LessonGrid } from './lesson-grid';
import { Section } from './page';
import { usePunctuation } from './use-punctuation';
import { useLanguage } from './use-words';

interface ClassFormProps {
  course: { id: string; title: string; online: boolean; modules: CourseModule[] };
  from: { term: string; place: string; meetingLink: string | null; capacity: number; minimumSize: number } | null;
  drafts: readonly LessonDraft[];
  today: string;
  lecturers: readonly LecturerOption[];
}

const ROWS = 8;

/** A new class in one form: what it is, when one may enrol, and its lessons. */
export const ClassForm = ({ course, from, drafts, today, lecturers }: ClassFormProps) => {
  const { t } = useTranslation('class');
  const marks = usePunctuation();
  const language = useLanguage();
  const sum = (part: 'theoryMinutes' | 'practiceMinutes') =>
    formatHoursShort(
      course.modules.reduce((total, module) => total + module[part], 0),
      language,
    );
  return (
    <Form>
      <input type="hidden" name="courseId" value={course.id} />
      <Section title={`${t('form.basic')}${marks.colon}${course.title}`}>
        <div className={classes.columns}>
          <TextField name="code" label={t('field.code')} hint={t('form.codeHint')} maxLength={40} />
          <TextField name="term" label={t('field.term')} hint={t('form.termHint')} defaultValue={from?.term} optional maxLength={40} />
          <TextField
            name="place"
            label={t('field.place')}
            hint={t('form.placeHint')}
            defaultValue={from?.place}
            optional={course.online}
            maxLength={200}
          />
          <TextField
            name="meetingLink"
            label={t('field.link')}
            hint={t('form.linkHint')}
            defaultValue={from?.meetingLink}
            optional
            maxLength={500}
          />
          <NumberField name="capacity" label={t('field.capacity')} defaultValue={from?.capacity} maxLength={4} />
          <NumberField
            name="minimumSize"
            label={t('field.minimumSize')}
            hint={t('form.minimumHint')}
            defaultValue={from?.minimumSize ?? 1}
            maxLength={4}
          />
          <DateField name="enrolFromOn" label={t('form.from')} defaultValue={today} />
          <DateField name="enrolUntilOn" label={t('form.until')} hint={t('form.windowHint')} />
        </div>
        <CheckboxField name="countsTowardPlan" label={t('form.countsTowardPlan')} defaultChecked />
      </Section>
      <Section
        title={t('form.lessons')}
        intro={`${t('form.lessonsHint')} ${t('form.syllabusHours', { theory: sum('theoryMinutes'), practice: sum('practiceMinutes') })}`}
      >
        <LessonGrid drafts={drafts} rows={drafts.length + (drafts.length > 0 ? 2 : ROWS)} modules={course.modules} lecturers={lecturers} />
        <p className={classes.hint}>{t('form.moreRows')}</p>
      </Section>
      <FormActions>
        <SubmitButton>{t('form.save')}</SubmitButton>
      </FormActions>
    </Form>
  );
};
