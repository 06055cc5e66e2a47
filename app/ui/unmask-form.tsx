import { useTranslation } from 'react-i18next';
import { RadioGroup } from './choice-fields';
import { ConfirmForm } from './confirm-form';
import { Notice } from './notice';
import { Section } from './page';

export interface Unmasked {
  field: 'id_number' | 'phone';
  /** null = none is stored */
  value: string | null;
}

/** What an action answered, as far as it is a number in clear. */
export const unmaskedIn = (answer: unknown): Unmasked | null =>
  typeof answer === 'object' && answer !== null && 'unmasked' in answer ? (answer.unmasked as Unmasked | null) : null;

/** Asks for a number in clear, with the reason that the log keeps; shows it once. */
export const UnmaskForm = ({ unmasked }: { unmasked: Unmasked | null }) => {
  const { t } = useTranslation('person');
  const label = { id_number: t('unmask.idNumber'), phone: t('unmask.phone') };
  return (
    <Section title={t('unmask.title')} intro={t('unmask.intro')}>
      {unmasked && (
        <Notice
          tone="warn"
          title={unmasked.value ? t('unmask.shown', { label: label[unmasked.field], value: unmasked.value }) : t('unmask.none')}
        >
          {unmasked.value && <p>{t('unmask.once')}</p>}
        </Notice>
      )}
      <ConfirmForm name="unmask" intent="unmask" label={t('unmask.submit')}>
        <RadioGroup
          name="field"
          label={t('unmask.field')}
          defaultValue="id_number"
          options={[
            { value: 'id_number', label: label.id_number },
            { value: 'phone', label: label.phone },
          ]}
        />
      </ConfirmForm>
    </Section>
  );
};
