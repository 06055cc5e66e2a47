import { useTranslation } from 'react-i18next';
import type { AppealStatus } from '~/domain/evaluation/evaluation';
import { SubmitButton } from './button';
import { TextArea } from './fields';
import { Form, FormActions } from './form';
import { Notice } from './notice';
import { Section } from './page';

interface MyAppealProps {
  registration: {
    mayAppeal: boolean;
    appeal: AppealStatus | null;
    appealDueOn: string | null;
    appealDecision: string | null;
    appealUntilOn: string | null;
  };
}

/** To ask for the result to be looked at again, and what came of it. */
export const MyAppeal = ({ registration: own }: MyAppealProps) => {
  const { t } = useTranslation('evaluation');
  const reason = own.appealDecision ?? '';
  if (own.mayAppeal) {
    return (
      <Section title={t('own.appeal')} intro={t('own.appealIntro', { date: own.appealUntilOn ?? '' })}>
        <Form name="appeal">
          <TextArea name="statement" label={t('own.appealField')} hint={t('own.appealHint')} rows={4} maxLength={1000} />
          <FormActions>
            <SubmitButton intent="appeal" emphasis="second">
              {t('own.appealSend')}
            </SubmitButton>
          </FormActions>
        </Form>
      </Section>
    );
  }
  switch (own.appeal) {
    case null:
      return null;
    case 'open':
      return (
        <Section title={t('appeals.title')}>
          <p>{t('own.appealOpen', { date: own.appealDueOn ?? '' })}</p>
          <Form name="withdrawAppeal">
            <SubmitButton intent="withdrawAppeal" emphasis="quiet">
              {t('own.appealWithdraw')}
            </SubmitButton>
          </Form>
        </Section>
      );
    case 'upheld':
      return <Notice tone="good">{t('own.appealUpheld', { reason })}</Notice>;
    case 'rejected':
      return <Notice>{t('own.appealRejected', { reason })}</Notice>;
    case 'withdrawn':
      return <Notice>{t('own.appealTakenBack')}</Notice>;
  }
};
