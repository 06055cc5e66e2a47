import { useTranslation } from 'react-i18next';
import { NOTHING } from '~/i18n/format';
import { SubmitButton } from './button';
import { RadioGroup } from './choice-fields';
import { DateField, TextArea } from './fields';
import { Form, FormActions } from './form';
import { Notice } from './notice';
import { Section } from './page';

interface MinimumDecisionProps {
  minimum: { size: number; dueOn: string | null; overdue: boolean };
  enrolled: number;
  startsOn: string;
}

/** The provider's task when enrolment ended with too few people: go ahead, enrol longer, or cancel. */
export const MinimumDecision = ({ minimum, enrolled, startsOn }: MinimumDecisionProps) => {
  const { t } = useTranslation(['class', 'common']);
  const date = minimum.dueOn ?? NOTHING;
  return (
    <Section title={t('minimum.title')} id="minimum">
      <Notice tone={minimum.overdue ? 'bad' : 'warn'}>
        {minimum.overdue ? t('minimum.overdue', { date }) : t('minimum.text', { enrolled, minimum: minimum.size, date })}
      </Notice>
      <Form name="minimum">
        <RadioGroup
          name="decision"
          label={t('minimum.decision')}
          options={(['proceed', 'extend', 'cancel'] as const).map((value) => ({ value, label: t(`minimumDecision.${value}`) }))}
        />
        <DateField name="enrolUntilOn" label={t('minimum.until')} hint={t('minimum.untilHint')} optional max={startsOn} />
        <TextArea name="reason" label={t('common:field.reason')} rows={2} maxLength={500} />
        <FormActions>
          <SubmitButton intent="minimum">{t('minimum.save')}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  );
};
