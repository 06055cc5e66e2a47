import { useTranslation } from 'react-i18next';
import { DOUBLE_ROSTER_DECISIONS } from '~/domain/person/roster';
import { SubmitButton } from './button';
import { RadioGroup } from './choice-fields';
import type { DoubleEntry } from './double-table';
import { DateField, SelectField, TextArea } from './fields';
import { Form, FormActions } from './form';
import { Section, Stack } from './page';

/** What the officers found, and which of the two entries ends, if one does. */
export const DoubleDecision = ({ entries }: { entries: readonly DoubleEntry[] }) => {
  const { t } = useTranslation(['roster', 'common']);
  return (
    <Section title={t('double.decide')}>
      <Form name="decide">
        <Stack>
          <RadioGroup
            name="decision"
            label={t('double.decisionField')}
            stacked
            options={DOUBLE_ROSTER_DECISIONS.map((value) => ({
              value,
              label: t(`decision.${value}`),
              description: t(`double.means.${value}`),
            }))}
          />
          <SelectField
            name="engagementId"
            label={t('double.which')}
            hint={t('double.whichHint')}
            optional
            placeholder={t('common:action.choose')}
            options={entries.map(({ id, institution }) => ({ value: id, label: institution }))}
          />
          <DateField name="endOn" label={t('double.endOn')} hint={t('double.endOnHint')} optional />
          <TextArea name="reason" label={t('double.reason')} rows={3} maxLength={500} />
        </Stack>
        <FormActions>
          <SubmitButton>{t('double.decide')}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  );
};
