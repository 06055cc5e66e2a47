import { useTranslation } from 'react-i18next';
import { MAX_STUDENTS } from '~/domain/evaluation/student-list';
import { ID_TYPES } from '~/domain/shared/identity';
import type { RefusalCode, RefusalParams } from '~/domain/shared/refusals';
import { SubmitButton } from './button';
import { SelectField, TextArea } from './fields';
import { Form, FormActions } from './form';
import { Notice } from './notice';
import { useWords } from './use-words';

interface StudentAnswer {
  line: number;
  name: string;
  seat: { number: string; isNew: boolean; assessorTaughtHer: boolean } | null;
  refusal: { code: RefusalCode; params: RefusalParams } | null;
}

/** Several students at once, one line each. */
export const StudentRegistration = () => {
  const { t } = useTranslation(['evaluation', 'person']);
  return (
    <Form name="students" action="#students">
      <SelectField
        name="idType"
        label={t('students.idType')}
        defaultValue="resident_id"
        options={ID_TYPES.map((value) => ({ value, label: t(`person:idType.${value}`) }))}
      />
      <TextArea
        name="students"
        label={t('students.list')}
        hint={t('students.listHint', { max: MAX_STUDENTS })}
        rows={8}
        maxLength={20_000}
      />
      <FormActions>
        <SubmitButton intent="register">{t('students.submit')}</SubmitButton>
      </FormActions>
    </Form>
  );
};

/** Each student by line and name: registered, there already, or refused with the reason. */
export const StudentAnswers = ({ answers }: { answers: readonly StudentAnswer[] }) => {
  const { t } = useTranslation('evaluation');
  const words = useWords();
  const said = ({ seat, refusal }: StudentAnswer): string => {
    if (refusal) return words(`refusals:${refusal.code}`, refusal.params);
    const number = seat?.number ?? '';
    if (!seat?.isNew) return t('students.already', { number });
    return t(seat.assessorTaughtHer ? 'students.seatedTaught' : 'students.seated', { number });
  };
  return (
    <Notice tone={answers.every((answer) => answer.refusal === null) ? 'good' : 'warn'} title={t('students.result')}>
      <ul>
        {answers.map((answer) => (
          <li key={answer.line}>
            {t('students.line', { line: answer.line, name: answer.name })}
            {said(answer)}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
