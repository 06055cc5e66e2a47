import { useTranslation } from 'react-i18next';
import { type EnrolmentStatus, type InstitutionAnswer, mayMove } from '~/domain/enrolment/enrolment';
import { SubmitButton } from './button';
import { ConfirmForm } from './confirm-form';
import { Form } from './form';
import { Row } from './page';

interface ConfirmationActionsProps {
  id: string;
  name: string;
  status: EnrolmentStatus;
  institutionAnswer: InstitutionAnswer;
  begun: boolean;
}

/** What an institution may still do about one enrolment of its staff. */
export const ConfirmationActions = ({ id, name, status, institutionAnswer, begun }: ConfirmationActionsProps) => {
  const { t } = useTranslation('enrolment');
  const open = mayMove(status, 'withdrawn', 'institution') || status === 'offered';
  if (!open) return null;
  const values = { enrolmentId: id };
  const hidden = <input type="hidden" name="enrolmentId" value={id} />;
  return (
    <Row>
      {institutionAnswer === 'pending' && (
        <>
          <Form name={`confirm-${id}`}>
            {hidden}
            <SubmitButton intent="confirm" small>
              {t('institution.confirm')}
            </SubmitButton>
          </Form>
          <ConfirmForm
            name={`refuse-${id}`}
            intent="refuse"
            label={t('institution.refuse')}
            explanation={t('institution.refuseText', { name })}
            values={values}
            danger
          />
        </>
      )}
      {status === 'offered' && (
        <>
          <Form name={`accept-${id}`}>
            {hidden}
            <SubmitButton intent="accept" small>
              {t('institution.acceptFor')}
            </SubmitButton>
          </Form>
          <Form name={`decline-${id}`}>
            {hidden}
            <SubmitButton intent="decline" emphasis="second" small>
              {t('institution.declineFor')}
            </SubmitButton>
          </Form>
        </>
      )}
      {institutionAnswer === 'confirmed' && status !== 'offered' && !begun && (
        <ConfirmForm
          name={`withdraw-${id}`}
          intent="withdraw"
          label={t('institution.withdraw')}
          explanation={t('institution.withdrawText', { name })}
          values={values}
          danger
        />
      )}
    </Row>
  );
};
