import { useTranslation } from 'react-i18next';
import { RadioGroup } from './choice-fields';
import { ConfirmForm } from './confirm-form';
import { DateField } from './fields';
import { Notice } from './notice';
import { Section } from './page';

/** Ends a verified certificate: from its issue, or from a day; always with a reason. */
export const RevokeForm = ({ today, suggest }: { today: string; suggest: boolean }) => {
  const { t } = useTranslation('certificate');
  return (
    <Section title={t('review.revoke')}>
      {suggest && <Notice tone="warn">{t('review.suggestRevoke')}</Notice>}
      <ConfirmForm intent="revoke" label={t('review.revoke')} explanation={t('review.revokeText')} danger>
        <RadioGroup
          name="from"
          label={t('review.revokeFrom')}
          stacked
          defaultValue="issue"
          options={[
            { value: 'issue', label: t('review.revokeFromIssue') },
            { value: 'day', label: t('review.revokeFromDay') },
          ]}
        />
        <DateField name="revokedOn" label={t('review.revokedOn')} max={today} optional />
      </ConfirmForm>
    </Section>
  );
};
