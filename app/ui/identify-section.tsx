import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { Form, FormActions } from './form';
import { IdentityFields } from './identity-fields';
import { Notice } from './notice';
import { Section } from './page';
import { WorkChoice } from './work-choice';

/** For an account that is nobody's record yet; `reason` is why a claim before was refused. */
export const IdentifySection = ({ reason, intro }: { reason: string | null; intro?: string }) => {
  const { t } = useTranslation('account');
  return (
    <Section title={t('own.identify')} intro={intro}>
      {reason && (
        <Notice tone="bad">
          <p>{t('own.refusedReason', { reason })}</p>
        </Notice>
      )}
      <Form name="identify">
        <IdentityFields />
        <WorkChoice />
        <FormActions>
          <SubmitButton intent="identify">{t('own.identifySubmit')}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  );
};
