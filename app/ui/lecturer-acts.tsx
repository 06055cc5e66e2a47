import { useTranslation } from 'react-i18next';
import type { LecturerView } from '~/domain/lecturer/lecturer-view';
import { SubmitButton } from './button';
import { ConfirmForm } from './confirm-form';
import { DateField } from './fields';
import { Form, FormActions } from './form';
import { LecturerFields } from './lecturer-fields';
import { Row, Section } from './page';

interface LecturerActsProps {
  lecturer: LecturerView['lecturer'];
  years: number;
  reviewer: string;
}

/** What may be done about her now: deciding, mending, renewing, withdrawing; each where it may be done. */
export const LecturerActs = ({ lecturer, years, reviewer }: LecturerActsProps) => {
  const { t } = useTranslation('lecturer');
  const expert = lecturer.organisationId === null;
  const approved = lecturer.status === 'approved';
  const approve = expert ? t('page.approveExpert') : approved ? t('page.approveRenewal') : t('page.approve');
  return (
    <>
      {lecturer.mayDecide && (
        <Section title={expert ? approve : t('page.decide')} intro={t('page.approveText', { years })}>
          <Form name="approve">
            <input type="hidden" name="seenAt" value={lecturer.submittedAt} />
            <DateField name="approvedUntilOn" label={t('page.untilLabel')} defaultValue={lecturer.proposedUntilOn} />
            <FormActions>
              <SubmitButton intent="approve">{approve}</SubmitButton>
            </FormActions>
          </Form>
          {lecturer.mayReturn && (
            <ConfirmForm
              intent="return"
              label={t(approved ? 'page.declineRenewal' : 'page.return')}
              explanation={t('page.returnText')}
              values={{ seenAt: lecturer.submittedAt }}
            />
          )}
        </Section>
      )}
      {lecturer.mayEdit && (
        <Section title={t('form.editTitle')}>
          <ConfirmForm intent="edit" label={t(lecturer.status === 'returned' ? 'form.resubmit' : 'form.editTitle')} reason={false}>
            <LecturerFields known={lecturer} />
          </ConfirmForm>
        </Section>
      )}
      {(lecturer.mayRenew || lecturer.mayWithdraw) && (
        <Row>
          {lecturer.mayRenew && (
            <ConfirmForm intent="renew" label={t('page.renew')} explanation={t('page.renewText', { who: reviewer })} reason={false} />
          )}
          {lecturer.mayWithdraw && <ConfirmForm intent="withdraw" label={t('page.withdraw')} explanation={t('page.withdrawText')} danger />}
        </Row>
      )}
    </>
  );
};
