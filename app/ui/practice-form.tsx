import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { DateField, NumberField, TextArea, TextField } from './fields';
import { Form, FormActions } from './form';
import { usePunctuation } from './use-punctuation';

interface Plan {
  teacherName: string;
  fromOn: string;
  untilOn: string;
  days: number;
  topic: string;
}

interface PracticeFormProps {
  institution: { id: string; name: string };
  other?: string;
  values?: Plan;
  submit: string;
  intent?: string;
}

export const PracticeForm = ({ institution, other, values, submit, intent }: PracticeFormProps) => {
  const { t } = useTranslation('programme');
  const marks = usePunctuation();
  return (
    <Form name={intent} columns>
      <input type="hidden" name="institutionId" value={institution.id} />
      <p>
        {t('practice.institution')}
        {marks.colon}
        <strong>{institution.name}</strong> {other && <Link to={other}>{t('agreement.other')}</Link>}
      </p>
      <TextField name="teacherName" label={t('practice.teacher')} defaultValue={values?.teacherName} maxLength={50} />
      <DateField name="fromOn" label={t('practice.fromOn')} defaultValue={values?.fromOn} />
      <DateField name="untilOn" label={t('practice.untilOn')} defaultValue={values?.untilOn} />
      <NumberField name="days" label={t('practice.days')} hint={t('practice.daysHint')} defaultValue={values?.days} maxLength={3} />
      <TextField name="topic" label={t('practice.topic')} defaultValue={values?.topic} maxLength={120} />
      <FormActions>
        <SubmitButton intent={intent}>{submit}</SubmitButton>
      </FormActions>
    </Form>
  );
};

export const PracticeDoneForm = ({ values, isDone }: { values: { untilOn: string; days: number; summary: string }; isDone: boolean }) => {
  const { t } = useTranslation('programme');
  return (
    <Form name="finish" columns>
      <DateField name="untilOn" label={t('practice.untilOn')} defaultValue={values.untilOn} />
      <NumberField name="days" label={t('practice.days')} hint={t('practice.daysHint')} defaultValue={values.days} maxLength={3} />
      <TextArea name="summary" label={t('practice.summary')} defaultValue={values.summary} rows={4} maxLength={1000} />
      <FormActions>
        <SubmitButton intent="finish">{t(isDone ? 'practice.correct' : 'practice.finish')}</SubmitButton>
      </FormActions>
    </Form>
  );
};
