import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { ClassPeople, type ClassPerson } from './class-people';
import { TextArea } from './fields';
import { Form, FormActions } from './form';

/** Tick one or several people, then admit or refuse them. Those who wait for a seat can only be refused. */
export const PeopleDecisionForm = ({ people, mayApprove }: { people: readonly ClassPerson[]; mayApprove: boolean }) => {
  const { t } = useTranslation('class');
  return (
    <Form name="decide">
      <ClassPeople people={people} select />
      {mayApprove && (
        <FormActions>
          <SubmitButton intent="approve">{t('manage.approveSelected')}</SubmitButton>
        </FormActions>
      )}
      <TextArea name="reason" label={t('manage.rejectReason')} optional={mayApprove} rows={2} maxLength={500} />
      <FormActions>
        <SubmitButton intent="reject" emphasis="danger">
          {t('manage.rejectSelected')}
        </SubmitButton>
      </FormActions>
    </Form>
  );
};
