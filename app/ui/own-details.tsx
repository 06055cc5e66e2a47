import { useTranslation } from 'react-i18next';
import { SubmitButton } from './button';
import { ConfirmForm } from './confirm-form';
import { PasswordField, TextField } from './fields';
import { Form, FormActions } from './form';
import { Section } from './page';
import { EducationField } from './staff-fields';

/** Another number for signing in and for messages, with the password. */
export const PhoneSection = ({ phoneMasked }: { phoneMasked: string | null }) => {
  const { t } = useTranslation('account');
  return (
    <Section title={t('own.phone')} intro={phoneMasked ? t('own.phoneNow', { phone: phoneMasked }) : t('own.phoneNone')}>
      <ConfirmForm name="phone" intent="phone" label={t('own.changePhone')} explanation={t('own.phoneText')} reason={false}>
        <TextField name="phone" label={t('own.newPhone')} type="tel" inputMode="tel" autoComplete="tel" maxLength={30} />
        <PasswordField name="currentPassword" label={t('field.currentPassword')} autoComplete="current-password" />
      </ConfirmForm>
    </Section>
  );
};

/** Asked of a trainee of whom nobody has entered it: some trainings may not take her without. */
export const EducationSection = () => {
  const { t } = useTranslation('account');
  return (
    <Section title={t('own.education')} intro={t('own.educationText')}>
      <Form name="education">
        <EducationField />
        <FormActions>
          <SubmitButton intent="education">{t('own.saveEducation')}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  );
};
