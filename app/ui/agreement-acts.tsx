import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { ConfirmForm } from './confirm-form';
import { DateField } from './fields';
import { Form, FormActions } from './form';
import { NextStep } from './next-step';
import { Section } from './page';

/** The institution's answer to what the college handed in; without the signed copy there is nothing to confirm. */
export const AgreementAnswer = ({ college, proposedAt, hasFile }: { college: string; proposedAt: string; hasFile: boolean }) => {
  const { t } = useTranslation('programme');
  return (
    <>
      <NextStep detail={t(hasFile ? 'agreement.checkFile' : 'agreement.noFileYet')} to="#answer" action={t('agreements.see')}>
        {t('agreement.askYou', { college })}
      </NextStep>
      <Section title={t('agreement.confirm')} intro={t('agreement.confirmText')} id="answer">
        {hasFile && (
          <Form name="confirm">
            <input type="hidden" name="seen" value={proposedAt} />
            <FormActions>
              <SubmitButton intent="confirm">{t('agreement.confirm')}</SubmitButton>
            </FormActions>
          </Form>
        )}
        <ConfirmForm label={t('agreement.decline')} explanation={t('agreement.declineText')} intent="decline" danger />
      </Section>
    </>
  );
};

/** Either party may end what is in force. */
export const AgreementEnd = ({ today }: { today: string }) => {
  const { t } = useTranslation('programme');
  return (
    <Section title={t('agreement.end')}>
      <ConfirmForm label={t('agreement.end')} explanation={t('agreement.endText')} intent="end" danger>
        <DateField name="endedOn" label={t('agreement.endOn')} defaultValue={today} max={today} />
      </ConfirmForm>
    </Section>
  );
};
